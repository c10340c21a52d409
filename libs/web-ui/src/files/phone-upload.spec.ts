import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { provideKeysAsTexts } from '../testing/keys-as-texts.js';
import { PhoneUploadButton } from './phone-upload-button.js';
import { PhoneUploadPanel, type PhoneUploadState } from './phone-upload-panel.js';

@Component({
  imports: [PhoneUploadButton],
  template: `
    <kp-phone-upload-button name="证件照" (opened)="count()"><p>code</p></kp-phone-upload-button>
    <input />
  `,
})
class Page {
  readonly opened = signal(0);

  protected count(): void {
    this.opened.update((times) => times + 1);
  }
}

const LONG_ENOUGH = 400;

function openPage() {
  TestBed.configureTestingModule({ providers: [provideKeysAsTexts()] });
  const fixture = TestBed.createComponent(Page);
  document.body.append(fixture.nativeElement as Node);
  // Nothing becomes stable by itself while the clock stands still.
  fixture.detectChanges();
  const page = fixture.nativeElement as HTMLElement;
  const host = page.querySelector('kp-phone-upload-button');
  const button = page.querySelector('button');
  const pass = async (milliseconds: number) => {
    await vi.advanceTimersByTimeAsync(milliseconds);
    fixture.detectChanges();
  };
  const mouse = (type: string) =>
    host?.dispatchEvent(new PointerEvent(type, { pointerType: 'mouse' }));
  const isOpen = () => button?.getAttribute('aria-expanded') === 'true';
  return { fixture, page, button, pass, mouse, isOpen };
}

describe('The button for a phone', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    document.body.replaceChildren();
  });

  it('opens when the mouse lingers, and closes when it leaves', async () => {
    const { fixture, pass, mouse, isOpen } = openPage();
    mouse('pointerenter');
    await pass(100);
    expect(isOpen()).toBe(false);
    await pass(LONG_ENOUGH);
    expect(isOpen()).toBe(true);
    expect(fixture.componentInstance.opened()).toBe(1);
    mouse('pointerleave');
    await pass(LONG_ENOUGH);
    expect(isOpen()).toBe(false);
  });

  it('opens by focus, and passing by with Tab opens nothing', async () => {
    const { page, button, pass, isOpen } = openPage();
    button?.focus();
    await pass(50);
    page.querySelector('input')?.focus();
    await pass(LONG_ENOUGH);
    expect(isOpen()).toBe(false);
    button?.focus();
    await pass(LONG_ENOUGH);
    expect(isOpen()).toBe(true);
  });

  it('stays open when it was pressed, until Escape, which does not open it again', async () => {
    const { button, pass, mouse, isOpen } = openPage();
    button?.click();
    await pass(0);
    mouse('pointerleave');
    await pass(LONG_ENOUGH);
    expect(isOpen()).toBe(true);
    button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await pass(LONG_ENOUGH);
    expect(isOpen()).toBe(false);
  });
});

const at = (
  kind: Exclude<PhoneUploadState['kind'], 'STARTING' | 'FAILED'>,
  changes: object = {},
): PhoneUploadState => ({
  kind,
  percent: 45,
  phone: 'iPhone · WeChat',
  otherPhoneRefused: false,
  isLost: false,
  until: new Date('2026-11-24T02:10:00Z'),
  ...changes,
});

describe('The panel for a phone', () => {
  it.each<[PhoneUploadState, string, readonly string[]]>([
    [{ kind: 'STARTING' }, 'ui.phoneUpload.starting', []],
    [{ kind: 'FAILED', message: '请先验证手机号码。' }, '请先验证手机号码。', ['refresh']],
    [at('WAITING'), 'ui.phoneUpload.WAITING', ['sms', 'copy', 'refresh']],
    [at('CONNECTED'), 'ui.phoneUpload.CONNECTED', ['cancel']],
    [at('UPLOADING'), 'ui.phoneUpload.UPLOADING', ['cancel']],
    [at('RECEIVED'), 'ui.phoneUpload.RECEIVED', ['again']],
    [at('EXPIRED'), 'ui.phoneUpload.EXPIRED', ['refresh']],
    [at('REPLACED'), 'ui.phoneUpload.REPLACED', ['refresh']],
    [at('CANCELLED'), 'ui.phoneUpload.CANCELLED', ['refresh']],
    [at('CONNECTED', { otherPhoneRefused: true }), 'ui.phoneUpload.otherPhone', ['cancel']],
    [at('UPLOADING', { isLost: true }), 'ui.phoneUpload.reconnecting', ['cancel']],
  ])('in state %o says so and offers what can be done', async (state, words, offered) => {
    TestBed.configureTestingModule({ providers: [provideKeysAsTexts()] });
    const fixture = TestBed.createComponent(PhoneUploadPanel);
    fixture.componentRef.setInput('state', state);
    fixture.componentRef.setInput('link', 'https://kaopu.invalid/m/#abc');
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    expect(page.querySelector('[role=status]')?.textContent).toContain(words);
    const buttons = [...page.querySelectorAll('button')].map(({ textContent }) =>
      textContent.trim().replace('ui.phoneUpload.', ''),
    );
    expect(buttons).toEqual(offered);
  });
});

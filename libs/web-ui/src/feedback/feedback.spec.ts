import { OverlayContainer } from '@angular/cdk/overlay';
import { ApplicationRef, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { provideKeysAsTexts } from '../testing/keys-as-texts.js';
import { Banner } from './banner.js';
import { Confirm } from './confirm-dialog.js';
import { DataState } from './data-state.js';
import type { ShownFailure } from './failure-notice.js';

@Component({
  selector: 'kp-test-state',
  imports: [DataState],
  template: `
    <kp-data-state
      [loading]="loading()"
      [failure]="failure()"
      [ready]="rows() !== undefined"
      [empty]="rows()?.length === 0"
      emptyText="没有报名"
      (retry)="retries.set(retries() + 1)"
    >
      @for (row of rows(); track row) {
        <p class="row">{{ row }}</p>
      }
    </kp-data-state>
  `,
})
class TestState {
  readonly loading = signal(true);
  readonly failure = signal<ShownFailure | undefined>(undefined);
  readonly rows = signal<readonly string[] | undefined>(undefined);
  readonly retries = signal(0);
}

describe('Data that is loaded', () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  async function open() {
    TestBed.configureTestingModule({ providers: [provideKeysAsTexts()] });
    const fixture = TestBed.createComponent(TestState);
    await fixture.whenStable();
    return {
      fixture,
      state: fixture.componentInstance,
      page: fixture.nativeElement as HTMLElement,
    };
  }

  it('says that it is loading only when that takes a while', async () => {
    const { fixture, page } = await open();
    expect(page.textContent).not.toContain('ui.state.loading');
    await vi.advanceTimersByTimeAsync(400);
    await fixture.whenStable();
    expect(page.textContent).toContain('ui.state.loading');
  });

  it('shows content, and keeps it while more loads and when a reload fails', async () => {
    const { fixture, page, state } = await open();
    state.rows.set(['2026-000001']);
    state.failure.set({ key: 'failure.NETWORK', params: {}, traceId: undefined, retryable: true });
    await fixture.whenStable();
    expect(page.querySelector('.row')?.textContent).toBe('2026-000001');
    expect(page.querySelector('[role=alert]')?.textContent).toContain('failure.NETWORK');
  });

  it('offers to try again, and the error number', async () => {
    const { fixture, page, state } = await open();
    state.loading.set(false);
    state.failure.set({ key: 'failure.INTERNAL', params: {}, traceId: 'abc-1', retryable: true });
    await fixture.whenStable();
    expect(page.textContent).toContain('abc-1');
    page.querySelector('button')?.click();
    expect(state.retries()).toBe(1);
  });

  it('says when there is nothing', async () => {
    const { fixture, page, state } = await open();
    state.loading.set(false);
    state.rows.set([]);
    await fixture.whenStable();
    expect(page.textContent).toContain('没有报名');
  });
});

describe('A confirmation', () => {
  async function ask() {
    TestBed.configureTestingModule({ providers: [provideKeysAsTexts()] });
    const answer = TestBed.inject(Confirm).ask({
      title: '删除 2 个报名？',
      items: ['202611-000001', '202611-000002'],
      confirm: '删除',
      destructive: true,
    });
    await TestBed.inject(ApplicationRef).whenStable();
    const dialog = TestBed.inject(OverlayContainer).getContainerElement();
    return { answer, dialog };
  }

  it('names what will happen and answers yes when the button is pressed', async () => {
    const { answer, dialog } = await ask();
    expect(dialog.textContent).toContain('202611-000002');
    [...dialog.querySelectorAll('button')].find((b) => b.textContent.includes('删除'))?.click();
    expect(await answer).toBe(true);
  });

  it('answers no on cancel', async () => {
    const { answer, dialog } = await ask();
    [...dialog.querySelectorAll('button')].find((b) => b.textContent.includes('cancel'))?.click();
    expect(await answer).toBe(false);
  });
});

describe('A banner', () => {
  it.each([
    ['success', 'status'],
    ['error', 'alert'],
  ] as const)('of tone %s has the role %s', async (tone, role) => {
    const fixture = TestBed.createComponent(Banner);
    fixture.componentRef.setInput('tone', tone);
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).getAttribute('role')).toBe(role);
  });
});

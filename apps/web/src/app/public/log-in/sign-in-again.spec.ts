import { OverlayContainer } from '@angular/cdk/overlay';
import { ApplicationRef, Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Apollo } from 'apollo-angular';
import { beforeEach, describe, expect, it } from 'vitest';

import { eventually } from '../../../testing/eventually.js';
import { sessionOf } from '../../../testing/session.js';
import { provideTexts } from '../../../testing/texts.js';
import { SHARED_APOLLO } from '../../core/graphql/connection.js';
import { Session, type Side } from '../../core/session/session.js';
import { SESSION_REQUEST } from '../../core/session/session-renewal.js';
import { AnsweringServer, CAPTCHA } from '../../../testing/answering-server.js';
import { signInAgain } from './sign-in-again.js';

async function open(side: Side) {
  const server = new AnsweringServer({ RequestCaptcha: CAPTCHA });
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      server.provide(),
      { provide: SHARED_APOLLO, useExisting: Apollo },
      provideRouter([]),
      { provide: SESSION_REQUEST, useValue: () => Promise.resolve(sessionOf('CANDIDATE')) },
    ],
  });
  let over = false;
  void signInAgain(TestBed.inject(Injector), side, 'idle').then(() => {
    over = true;
  });
  const screen = TestBed.inject(OverlayContainer).getContainerElement();
  await eventually(async () => {
    await TestBed.inject(ApplicationRef).whenStable();
    expect(screen.textContent).toContain('请重新登录');
  });
  return { screen, over: () => over };
}

describe('Signing in again', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it.each([
    ['candidate', 'app-log-in-form', '#id-number'],
    ['staff', 'app-staff-log-in-form', '#login-name'],
    ['authority', 'app-staff-log-in-form', '#login-name'],
  ] as const)('shows a %s their own log-in before an opaque cover', async (side, form, box) => {
    const { screen } = await open(side);
    expect(screen.querySelector(`${form} ${box}`)).not.toBeNull();
    expect(screen.querySelector('.kp-cover')).not.toBeNull();
    expect(screen.textContent).toContain('不会丢失');
  });

  it('is not closed by Escape', async () => {
    const { over, screen } = await open('candidate');
    screen
      .querySelector('mat-dialog-container')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await TestBed.inject(ApplicationRef).whenStable();
    expect(over()).toBe(false);
  });

  it('is answered by leaving', async () => {
    const { over, screen } = await open('candidate');
    [...screen.querySelectorAll('button')]
      .find(({ textContent }) => textContent.includes('不再登录'))
      ?.click();
    await eventually(() => {
      expect(over()).toBe(true);
    });
    expect(TestBed.inject(Session).signedIn()).toBe(false);
  });

  it('is answered by another tab in which the person signs in', async () => {
    const { over } = await open('candidate');
    localStorage.setItem('kaopu.session', 'kept');
    globalThis.dispatchEvent(
      new StorageEvent('storage', { key: 'kaopu.session', newValue: 'kept' }),
    );
    await eventually(() => {
      expect(over()).toBe(true);
    });
    expect(TestBed.inject(Session).signedIn()).toBe(true);
  });
});

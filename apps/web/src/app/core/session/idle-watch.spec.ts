import { OverlayContainer } from '@angular/cdk/overlay';
import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { eventually } from '../../../testing/eventually.js';
import { sessionOf } from '../../../testing/session.js';
import { provideTexts } from '../../../testing/texts.js';
import { Clock } from '../clock.js';
import { IdleWatch } from './idle-watch.js';
import { Interruption } from './interruption.js';
import { LogOut } from './log-out.js';
import { Session } from './session.js';
import { SESSION_REQUEST } from './session-renewal.js';

const MINUTE = 60_000;
const START = new Date('2026-11-24T02:00:00Z').getTime();

async function open(role: 'CANDIDATE' | 'REVIEWER') {
  let now = START;
  let renewals = 0;
  let covered = 0;
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      { provide: Clock, useValue: { now: () => new Date(now) } },
      { provide: LogOut, useValue: { end: () => Promise.resolve() } },
      {
        provide: Interruption,
        useValue: {
          unattended: async (end: () => Promise<void>) => {
            await end();
            covered += 1;
          },
        },
      },
      {
        provide: SESSION_REQUEST,
        useValue: () => {
          renewals += 1;
          return Promise.resolve(sessionOf(role));
        },
      },
    ],
  });
  TestBed.inject(Session).begin(sessionOf(role));
  TestBed.inject(IdleWatch);
  const settle = async () => {
    await TestBed.inject(ApplicationRef).whenStable();
  };
  await settle();
  const pass = async (minutes: number) => {
    now += minutes * MINUTE;
    await vi.advanceTimersByTimeAsync(10_000);
    await vi.dynamicImportSettled();
    await settle();
  };
  const dialog = () => TestBed.inject(OverlayContainer).getContainerElement();
  return { pass, dialog, settle, covered: () => covered, renewals: () => renewals };
}

describe('An unattended session', () => {
  beforeEach(() => {
    localStorage.clear();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['CANDIDATE', 24, 1],
    ['REVIEWER', 9, 1],
  ] as const)('of a %s is warned about five minutes before its end', async (role, quiet, more) => {
    const { dialog, pass } = await open(role);
    await pass(quiet);
    expect(dialog().textContent).toBe('');
    await pass(more);
    expect(dialog().textContent).toContain('您还在吗');
  });

  it('stays with one button', async () => {
    const { dialog, pass, renewals, settle } = await open('CANDIDATE');
    await pass(25);
    [...dialog().querySelectorAll('button')]
      .find((b) => b.textContent.includes('继续使用'))
      ?.click();
    await settle();
    await eventually(() => {
      expect(renewals()).toBe(1);
    });
    expect(TestBed.inject(Session).signedIn()).toBe(true);
  });

  it('is covered when nobody answers in time', async () => {
    const { covered, pass } = await open('CANDIDATE');
    await pass(31);
    await pass(0);
    await eventually(() => {
      expect(covered()).toBe(1);
    });
  });

  it('is not unattended while somebody types', async () => {
    const { dialog, pass } = await open('CANDIDATE');
    await pass(20);
    document.dispatchEvent(new Event('keydown'));
    await pass(20);
    expect(dialog().textContent).toBe('');
  });
});

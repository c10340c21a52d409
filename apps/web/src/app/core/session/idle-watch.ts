import { DestroyRef, DOCUMENT, effect, inject, Injector, Service } from '@angular/core';

import { Clock } from '../clock.js';
import type { IdleAnswer } from './idle-dialog.js';
import { Interruption } from './interruption.js';
import { Session } from './session.js';
import { SessionRenewal } from './session-renewal.js';

const MINUTE = 60_000;

/** Idle minutes after which the server ends a session (security.md P11). */
const IDLE_END = { candidate: 30, staff: 15, authority: 15 } as const;

/** How long before the end the warning comes, in minutes (WCAG 2.2.1). */
const WARNING = 5;

const CHECK_EVERY = 10_000;

/**
 * Warns before an unattended session ends and lets the person stay with one button; after the end the page is
 * covered until its person signs in again. Activity in any tab counts;
 * time is read from the clock and not counted, so that a sleeping laptop is noticed.
 */
@Service()
export class IdleWatch {
  private readonly clock = inject(Clock);
  private readonly session = inject(Session);
  private readonly injector = inject(Injector);
  private readonly document = inject(DOCUMENT);
  private readonly tabs =
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('kaopu.activity');

  private lastActivity = this.clock.now().getTime();
  private warning = false;
  private over = false;

  constructor() {
    const listening = new AbortController();
    const active = () => {
      this.noteActivity();
    };
    for (const kind of ['pointerdown', 'keydown', 'visibilitychange'] as const) {
      this.document.addEventListener(kind, active, { passive: true, signal: listening.signal });
    }
    this.tabs?.addEventListener('message', () => {
      this.lastActivity = this.clock.now().getTime();
    });

    let timer: ReturnType<typeof setInterval> | undefined;
    effect(() => {
      clearInterval(timer);
      if (this.session.signedIn()) {
        this.lastActivity = this.clock.now().getTime();
        timer = setInterval(() => void this.check(), CHECK_EVERY);
      }
    });
    inject(DestroyRef).onDestroy(() => {
      this.over = true;
      clearInterval(timer);
      listening.abort();
      this.tabs?.close();
    });
  }

  private noteActivity(): void {
    if (this.warning || this.document.visibilityState === 'hidden') {
      return;
    }
    this.lastActivity = this.clock.now().getTime();
    if (this.session.signedIn()) {
      this.tabs?.postMessage('active');
    }
  }

  private async check(): Promise<void> {
    const side = this.session.side();
    if (!side || this.warning) {
      return;
    }
    const end = this.lastActivity + IDLE_END[side] * MINUTE;
    if (this.clock.now().getTime() < end - WARNING * MINUTE) {
      return;
    }
    this.warning = true;
    try {
      const { askToStay } = await import('./idle-dialog.js');
      const answer = await askToStay(this.injector, new Date(end));
      if (!this.over) {
        await this.follow(answer);
      }
    } finally {
      this.warning = false;
    }
  }

  private async follow(answer: IdleAnswer): Promise<void> {
    if (answer === 'stay') {
      this.lastActivity = this.clock.now().getTime();
      await this.injector.get(SessionRenewal).renew();
      return;
    }
    const { LogOut } = await import('./log-out.js');
    const logOut = this.injector.get(LogOut);
    if (answer === 'leave') {
      await logOut.leave('/');
    } else {
      await this.injector.get(Interruption).unattended(() => logOut.end());
    }
  }
}

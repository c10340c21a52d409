import { signal } from '@angular/core';

import { type Failure, failureOf } from '../../../core/failure/failure.js';
import { newIdempotencyKey } from '../../../core/idempotency-key.js';

/** How the server took a change; `refused` and `conflict` need the person, not another attempt. */
export type SaveOutcome = 'saved' | 'refused' | 'conflict';

/** `waiting`: typed, not sent yet. `failed`: no answer came; the change is kept and sent again. */
export type SaveState = 'idle' | 'waiting' | 'saving' | 'failed' | SaveOutcome;

interface PendingChange<TChange> {
  readonly change: TChange;
  /** One key per content, kept over repetitions after a broken connection. */
  readonly key: string;
}

/** Quiet time after the last key press, in milliseconds (experience.md §2.0: autosave per task). */
export const AUTOSAVE_DELAY = 1500;

/**
 * Saves what is typed without being asked: after a pause in typing and when the page is left. One save at a
 * time, the newest change last, nothing sent twice. A conflict stops it until `resume`.
 */
export class Autosave<TChange> {
  readonly state = signal<SaveState>('idle');
  readonly failure = signal<Failure | undefined>(undefined);

  private pending: PendingChange<TChange> | undefined;
  private running: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly save: (change: TChange, key: string) => Promise<SaveOutcome>) {}

  /** Takes a newer change in place of what was not sent yet. */
  change(change: TChange): void {
    if (JSON.stringify(this.pending?.change) !== JSON.stringify(change)) {
      this.pending = { change, key: newIdempotencyKey() };
    }
    if (this.state() === 'conflict') {
      return;
    }
    if (!this.running) {
      this.state.set('waiting');
    }
    this.schedule();
  }

  /** Nothing differs from what the server has any more. */
  clear(): void {
    this.pending = undefined;
    this.stopTimer();
    if (this.state() === 'waiting' || this.state() === 'refused') {
      this.state.set('idle');
    }
  }

  /** After the person decided about a conflict. */
  resume(): void {
    this.state.set(this.pending ? 'waiting' : 'idle');
  }

  /** Whether something typed has not reached the server. */
  get unsaved(): boolean {
    return this.pending !== undefined || this.running !== undefined;
  }

  /** Sends at once what is waiting; true when the server has everything. */
  async flush(): Promise<boolean> {
    this.stopTimer();
    await this.running;
    if (this.pending && this.state() !== 'conflict') {
      this.running = this.send(this.pending);
      await this.running;
    }
    return !this.unsaved;
  }

  /** Stops the clock when the page goes. */
  stop(): void {
    this.stopTimer();
  }

  private async send(sent: PendingChange<TChange>): Promise<void> {
    this.state.set('saving');
    this.failure.set(undefined);
    try {
      const outcome = await this.save(sent.change, sent.key);
      this.running = undefined;
      if (outcome === 'saved' && this.pending === sent) {
        this.pending = undefined;
      }
      this.state.set(outcome);
      if (outcome === 'saved' && this.pending) {
        this.schedule();
      }
    } catch (error) {
      this.running = undefined;
      this.failure.set(failureOf(error));
      this.state.set('failed');
    }
  }

  private schedule(): void {
    this.stopTimer();
    this.timer = setTimeout(() => void this.flush(), AUTOSAVE_DELAY);
  }

  private stopTimer(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}

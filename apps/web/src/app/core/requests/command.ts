import { signal } from '@angular/core';

import { type Failure, failureOf } from '../failure/failure.js';
import { newIdempotencyKey } from '../idempotency-key.js';

/**
 * One intended write of a page: a second click while it runs does nothing, and a repetition after a broken
 * connection carries the same idempotency key, so that it happens once (experience.md §3.8).
 */
export class Command {
  readonly busy = signal(false);
  readonly failure = signal<Failure | undefined>(undefined);
  private key = newIdempotencyKey();
  private intent: string | undefined;

  /**
   * The server's answer, or undefined when none came (`failure` says why) or another run is under way.
   *
   * @param intent what is written, if it can differ between a failed run and the next one: another intent
   * gets a key of its own.
   */
  async run<Answer>(
    send: (key: string) => Promise<Answer>,
    intent?: string,
  ): Promise<Answer | undefined> {
    if (this.busy()) {
      return undefined;
    }
    if (intent !== this.intent) {
      this.key = newIdempotencyKey();
      this.intent = intent;
    }
    this.busy.set(true);
    this.failure.set(undefined);
    try {
      const answer = await send(this.key);
      this.key = newIdempotencyKey();
      return answer;
    } catch (error) {
      this.failure.set(failureOf(error));
      return undefined;
    } finally {
      this.busy.set(false);
    }
  }
}

import { signal } from '@angular/core';

import { type Failure, failureOf } from '../failure/failure.js';
import { newIdempotencyKey } from '../idempotency-key.js';

/** A typed no of the server, in its words. */
export interface Refusal {
  readonly __typename?: string;
  readonly message?: string;
  /** Why the workflow says no; more telling than the message. */
  readonly refusedBecause?: string;
  /** On which part, when it is about parts of what was sent. */
  readonly problems?: readonly { readonly path: string; readonly message: string }[];
}

export type NotDone =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What came of a command: done, refused in the server's words, or no answer. */
export type Outcome<Done> = { readonly kind: 'done'; readonly result: Done } | NotDone;

/**
 * The writes of a page of the desk. The same intent keeps its idempotency key until it is answered, so
 * that a repetition after a broken connection happens once (experience.md §3.8).
 */
export class Commands {
  readonly busy = signal(false);
  private readonly keys = new Map<string, string>();

  /**
   * @param intent everything that makes this command another one: action, subject, version, contents.
   * @param done the member of the answer's union that means success.
   */
  async run<Answer extends Refusal, Name extends string>(
    intent: string,
    done: Name,
    send: (key: string) => Promise<Answer | undefined>,
  ): Promise<Outcome<Extract<Answer, { readonly __typename?: Name }>>> {
    const key = this.keys.get(intent) ?? newIdempotencyKey();
    this.keys.set(intent, key);
    this.busy.set(true);
    try {
      const answer = await send(key);
      if (answer === undefined) throw new Error('The answer holds no data');
      this.keys.delete(intent);
      return answer.__typename === done
        ? { kind: 'done', result: answer as Extract<Answer, { readonly __typename?: Name }> }
        : { kind: 'refused', refusal: answer };
    } catch (error) {
      return { kind: 'failed', failure: failureOf(error) };
    } finally {
      this.busy.set(false);
    }
  }
}

/** The most telling sentence of a refusal. */
export function refusalText({ refusedBecause, message }: Refusal): string {
  return refusedBecause ?? message ?? '';
}

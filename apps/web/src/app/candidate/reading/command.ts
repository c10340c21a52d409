import { signal } from '@angular/core';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import type { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { type Failure, failureOf } from '../../core/failure/failure.js';
import { newIdempotencyKey } from '../../core/idempotency-key.js';

/**
 * One intended write of a page: a second click while it runs does nothing, and a repetition after a broken
 * connection carries the same idempotency key (security.md: writes happen once).
 */
export class Command {
  readonly busy = signal(false);
  readonly failure = signal<Failure | undefined>(undefined);
  private key = newIdempotencyKey();

  /** The server's answer, or undefined when none came (`failure` says why) or another run is under way. */
  async run<TResult>(send: (key: string) => Promise<TResult>): Promise<TResult | undefined> {
    if (this.busy()) {
      return undefined;
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

/** Sends a mutation and gives its data. Rejects when the server did not answer with data. */
export async function mutate<TData, TVariables extends OperationVariables>(
  apollo: Apollo,
  mutation: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
  context: Record<string, unknown> = {},
): Promise<TData> {
  const { data, error } = await firstValueFrom(
    apollo.mutate<TData>({ mutation, variables, context }),
  );
  if (data === undefined || data === null) {
    throw error instanceof Error ? error : new Error('The answer holds no data');
  }
  return data;
}

/** The sentence of a refusal: why an action is not possible says more than the general message. */
export function refusalWords(refusal: {
  readonly message: string;
  readonly refusedBecause?: string;
}): string {
  return refusal.refusedBecause ?? refusal.message;
}

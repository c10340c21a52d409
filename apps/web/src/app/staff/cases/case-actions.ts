import { inject, Injectable, signal } from '@angular/core';
import { ActOnApplicationDocument, type ApplicationAction } from '@kaopu/graphql';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { failureOf, type Failure } from '../../core/failure/failure.js';
import { newIdempotencyKey } from '../../core/idempotency-key.js';

/** What the desk needs to know of a case to act on it. */
export interface ActedOn {
  readonly id: string;
  readonly version: number;
}

/** The outcome of an action: done, a refusal in the server's words, or a failed request. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Actions of the workflow table that need no data but a reason. One intent keeps its key over retries. Provided by the area's routes, where the connection is. */
@Injectable()
export class CaseActions {
  private readonly apollo = inject(Apollo);
  private readonly keys = new Map<string, string>();

  /** The case being acted on, so that its buttons rest. */
  readonly busy = signal<string | undefined>(undefined);

  async act(
    { id, version }: ActedOn,
    action: ApplicationAction,
    reason: string | null = null,
  ): Promise<Outcome> {
    const intent = `${id}|${version}|${action}|${reason ?? ''}`;
    const idempotencyKey = this.keys.get(intent) ?? newIdempotencyKey();
    this.keys.set(intent, idempotencyKey);
    this.busy.set(id);
    try {
      const { data } = await firstValueFrom(
        this.apollo.mutate({
          mutation: ActOnApplicationDocument,
          variables: { input: { applicationId: id, version, idempotencyKey, action, reason } },
        }),
      );
      const result = data?.actOnApplication;
      if (result?.__typename === 'Application') {
        this.keys.delete(intent);
        return { kind: 'done' };
      }
      return { kind: 'refused', message: result === undefined ? '' : refusalText(result) };
    } catch (error) {
      return { kind: 'failed', failure: failureOf(error) };
    } finally {
      this.busy.set(undefined);
    }
  }
}

/** The most telling sentence of a refusal. */
export function refusalText(refusal: {
  readonly message?: string;
  readonly refusedBecause?: string;
}): string {
  return refusal.refusedBecause ?? refusal.message ?? '';
}

import { computed, inject, linkedSignal, type Signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { Apollo } from 'apollo-angular';
import { switchMap } from 'rxjs';

import { type Failure, failureOf } from '../failure/failure.js';

/** Server data as signals for `kp-data-state`. What is there stays while more loads or a reload fails. */
export interface Reading<TData> {
  readonly data: Signal<TData | undefined>;
  readonly loading: Signal<boolean>;
  readonly failure: Signal<Failure | undefined>;
  /** Asks again; failures show in `failure`. */
  retry(): Promise<void>;
  /** Brings the page of a list after the cursor; the cache joins them. */
  more(after: string | null): Promise<void>;
}

interface ReadingOptions {
  /** Milliseconds; 0 asks once. */
  readonly pollInterval?: number;
  /** False where the moment of asking is part of the answer. */
  readonly cached?: boolean;
}

/** Signed addresses of files are good for five minutes; a fresh answer before that keeps them working. */
export const FRESH_ADDRESSES: ReadingOptions = { pollInterval: 240_000 };

/**
 * Watches a query. Call in an injection context; it is asked again when the signals in `variables` change.
 */
export function reading<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: () => NoInfer<TVariables>,
  { pollInterval = 0, cached = true }: ReadingOptions = {},
): Reading<TData> {
  const apollo = inject(Apollo);
  const query = computed(() =>
    apollo.watchQuery<TData>({
      query: document,
      variables: variables(),
      pollInterval,
      ...(cached
        ? { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' }
        : { fetchPolicy: 'no-cache' }),
      notifyOnNetworkStatusChange: true,
    }),
  );
  const result = toSignal(toObservable(query).pipe(switchMap((watched) => watched.valueChanges)));
  const data = linkedSignal<
    { watched: unknown; answer: TData | undefined },
    { watched: unknown; answer: TData | undefined }
  >({
    source: () => {
      const latest = result();
      return {
        watched: query(),
        answer: latest?.dataState === 'complete' ? latest.data : undefined,
      };
    },
    computation: (now, before) =>
      now.answer === undefined && before !== undefined && before.value.watched === now.watched
        ? before.value
        : now,
  });
  return {
    data: computed(() => data().answer),
    loading: computed(() => result()?.loading ?? true),
    failure: computed(() => {
      const error = result()?.error;
      return error === undefined ? undefined : failureOf(error);
    }),
    retry: async () => {
      await settled(query().refetch());
    },
    more: async (after) => {
      await settled(query().fetchMore({ variables: { after } }));
    },
  };
}

/** The failure is already part of the watched result. */
async function settled(request: Promise<unknown>): Promise<void> {
  await request.catch(() => undefined);
}

import { computed, type Signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { Apollo } from 'apollo-angular';
import { switchMap } from 'rxjs';

import { failureOf, type Failure } from '../failure/failure.js';

interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** Where the next page begins. */
interface After {
  readonly after?: string | null | undefined;
}

type NodeOf<Page extends Connection<unknown>> = Page['edges'][number]['node'];

/** A list that grows page by page: what is there stays while more loads. */
export interface PagedList<Page extends Connection<unknown>> {
  readonly loading: Signal<boolean>;
  readonly failure: Signal<Failure | undefined>;
  readonly page: Signal<Page | undefined>;
  readonly rows: Signal<readonly NodeOf<Page>[]>;
  readonly hasMore: Signal<boolean>;
  more(): Promise<void>;
  retry(): Promise<void>;
}

/**
 * Watches a connection of the schema; the cache joins its pages. Call in an injection context.
 *
 * @param connectionOf where the connection stands in the answer.
 */
export function pagedList<
  Data,
  Variables extends OperationVariables & After,
  Page extends Connection<unknown>,
>(
  apollo: Apollo,
  query: TypedDocumentNode<Data, Variables>,
  variables: Signal<Variables>,
  connectionOf: (data: Data) => Page,
): PagedList<Page> {
  const watched = computed(() =>
    apollo.watchQuery<Data, Variables>({
      query,
      variables: variables(),
      notifyOnNetworkStatusChange: true,
      fetchPolicy: 'cache-and-network',
      errorPolicy: 'none',
    }),
  );
  const result = toSignal(toObservable(watched).pipe(switchMap((one) => one.valueChanges)));
  const page = computed(() => {
    const current = result();
    return current?.dataState === 'complete' ? connectionOf(current.data) : undefined;
  });
  return {
    loading: computed(() => result()?.loading ?? true),
    failure: computed(() => {
      const error = result()?.error;
      return error === undefined ? undefined : failureOf(error);
    }),
    page,
    rows: computed(() => page()?.edges.map(({ node }) => node) ?? []),
    hasMore: computed(() => page()?.pageInfo.hasNextPage ?? false),
    more: async () => {
      await settled(
        watched().fetchMore({
          variables: { ...variables(), after: page()?.pageInfo.endCursor },
        }),
      );
    },
    retry: async () => {
      await settled(watched().refetch());
    },
  };
}

/** The failure is already part of the watched result. */
async function settled(request: Promise<unknown>): Promise<void> {
  await request.catch(() => undefined);
}

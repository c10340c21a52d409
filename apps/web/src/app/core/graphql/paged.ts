import { computed, type Signal } from '@angular/core';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';

import { reading, type Reading } from './reading.js';

export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** Where the next page begins. */
interface After {
  readonly after?: string | null | undefined;
}

type NodeOf<Page extends Connection<unknown>> = Page['edges'][number]['node'];

/** A list that grows page by page: what is there stays while more loads. */
export interface PagedList<Page extends Connection<unknown>> extends Pick<
  Reading<unknown>,
  'loading' | 'failure' | 'retry'
> {
  readonly page: Signal<Page | undefined>;
  readonly rows: Signal<readonly NodeOf<Page>[]>;
  readonly hasMore: Signal<boolean>;
  more(): Promise<void>;
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
  query: TypedDocumentNode<Data, Variables>,
  variables: () => NoInfer<Variables>,
  connectionOf: (data: Data) => Page,
): PagedList<Page> {
  const { data, loading, failure, retry, more } = reading(query, variables);
  const page = computed(() => {
    const current = data();
    return current === undefined ? undefined : connectionOf(current);
  });
  return {
    loading,
    failure,
    retry,
    page,
    rows: computed(() => page()?.edges.map(({ node }) => node) ?? []),
    hasMore: computed(() => page()?.pageInfo.hasNextPage ?? false),
    more: () => more(page()?.pageInfo.endCursor ?? null),
  };
}

import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import type { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { asVisitor } from '../graphql/session-link.js';

/**
 * Sends a visitor's mutation and gives its data; nothing of it stays in the cache (passwords, ID numbers).
 * Rejects when the server did not answer with data.
 */
export async function send<Data, Variables extends OperationVariables>(
  apollo: Apollo,
  mutation: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  context: Record<string, unknown> = {},
): Promise<Data> {
  const { data, error } = await firstValueFrom(
    apollo.mutate<Data>({
      mutation,
      variables,
      context: { ...asVisitor(), ...context },
      fetchPolicy: 'no-cache',
    }),
  );
  if (data === undefined || data === null) {
    throw error instanceof Error ? error : new Error('The answer holds no data');
  }
  return data;
}

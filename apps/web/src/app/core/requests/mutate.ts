import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import type { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

/** Sends a mutation and gives its data. Rejects when the server did not answer with data. */
export async function mutate<Data, Variables extends OperationVariables>(
  apollo: Apollo,
  mutation: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  {
    fetchPolicy = 'network-only',
    ...context
  }: Record<string, unknown> & { readonly fetchPolicy?: 'network-only' | 'no-cache' } = {},
): Promise<Data> {
  const { data, error } = await firstValueFrom(
    apollo.mutate<Data>({ mutation, variables, context, fetchPolicy }),
  );
  if (data === undefined || data === null) {
    throw error instanceof Error ? error : new Error('The answer holds no data');
  }
  return data;
}

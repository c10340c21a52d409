import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import type { Apollo } from 'apollo-angular';

import { asVisitor } from '../graphql/session-link.js';
import { mutate } from './mutate.js';

/**
 * Sends a visitor's mutation and gives its data; nothing of it stays in the cache (passwords, ID numbers).
 * Rejects when the server did not answer with data.
 */
export const send = <Data, Variables extends OperationVariables>(
  apollo: Apollo,
  mutation: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  context: Record<string, unknown> = {},
): Promise<Data> =>
  mutate(apollo, mutation, variables, { ...asVisitor(), ...context, fetchPolicy: 'no-cache' });

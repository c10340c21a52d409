import { ApolloLink } from '@apollo/client';
import { documentHash, persistedQuery } from '@kaopu/graphql';

/**
 * Names the app's own documents by their hash in place of their text: the server has them, and in
 * production answers nothing else (docs/adr/0015).
 */
export function documentsByHash(): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const hash = documentHash(operation.query);
    if (hash !== undefined) {
      operation.extensions['persistedQuery'] = persistedQuery(hash);
      operation.setContext({ includeQuery: false, includeExtensions: true });
    }
    return forward(operation);
  });
}

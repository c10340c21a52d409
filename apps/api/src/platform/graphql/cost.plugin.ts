import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { DocumentCosts, type CostedOperation } from './document-costs.js';
import { LIMITS } from './limits.js';
import type { RequestContext } from './request-context.js';

const costs = new DocumentCosts();

/** @throws GraphQLError for a document whose worst-case answer is too large. */
export function refuseCostly(operation: CostedOperation): void {
  if (costs.of(operation) > LIMITS.cost) {
    throw new GraphQLError('The request asks for too much at once.', {
      extensions: { code: 'QUERY_TOO_COMPLEX', http: { status: 400 } },
    });
  }
}

/** Weighs every document before anything is read. */
export const costPlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    return Promise.resolve({
      didResolveOperation({ request, document, schema }) {
        refuseCostly({
          schema,
          query: document,
          ...(request.operationName && { operationName: request.operationName }),
          variables: request.variables ?? {},
        });
        return Promise.resolve();
      },
    });
  },
};

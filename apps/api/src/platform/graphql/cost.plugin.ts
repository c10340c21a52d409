import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql';
import {
  fieldExtensionsEstimator,
  getComplexity,
  simpleEstimator,
  type ComplexityEstimator,
} from 'graphql-query-complexity';
import { LIMITS } from './limits.js';
import type { RequestContext } from './request-context.js';

/** A list costs its children once per row asked for. */
const perRow: ComplexityEstimator = ({ args, childComplexity }) => {
  const first: unknown = args['first'];
  return typeof first === 'number' ? 1 + first * childComplexity : undefined;
};

/** A document with what it is run with. */
export interface CostedOperation {
  readonly schema: GraphQLSchema;
  readonly query: DocumentNode;
  readonly operationName?: string;
  readonly variables: Record<string, unknown>;
}

/** @throws GraphQLError for a document whose worst-case answer is too large. */
export function refuseCostly(operation: CostedOperation): void {
  const estimators = [
    perRow,
    fieldExtensionsEstimator(),
    simpleEstimator({ defaultComplexity: 1 }),
  ];
  if (getComplexity({ ...operation, estimators }) > LIMITS.cost) {
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

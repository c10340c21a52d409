import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { GraphQLError } from 'graphql';
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

/** Refuses a document whose worst-case answer is too large, before anything is read. */
export const costPlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    return Promise.resolve({
      didResolveOperation({ request, document, schema }) {
        const cost = getComplexity({
          schema,
          query: document,
          ...(request.operationName && { operationName: request.operationName }),
          variables: request.variables ?? {},
          estimators: [
            perRow,
            fieldExtensionsEstimator(),
            simpleEstimator({ defaultComplexity: 1 }),
          ],
        });
        if (cost > LIMITS.cost) {
          throw new GraphQLError('The request asks for too much at once.', {
            extensions: { code: 'QUERY_TOO_COMPLEX', http: { status: 400 } },
          });
        }
        return Promise.resolve();
      },
    });
  },
};

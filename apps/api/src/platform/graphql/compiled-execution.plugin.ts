import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestListener } from '@apollo/server';
import { answer, CompiledDocuments, type Publish } from './compiled-documents.js';
import type { RequestContext } from './request-context.js';

const WORTH_COMPILING = 3;

/**
 * Executes documents in compiled form (graphql-jit) instead of interpreting them field by field, once
 * Apollo has parsed, validated and weighed them. Measured in docs/performance.md.
 */
export function compiledExecution(publish: Publish): ApolloServerPlugin<RequestContext> {
  const documents = new CompiledDocuments(WORTH_COMPILING);
  return {
    requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
      return Promise.resolve({
        async responseForOperation({ schema, document, operationName, request, contextValue }) {
          const execute = documents.executor(schema, document, operationName ?? '');
          if (!execute) return null;
          const { status, body } = await answer(
            execute,
            contextValue,
            request.variables ?? {},
            publish,
          );
          return {
            http: { headers: new HeaderMap(), ...(status !== undefined && { status }) },
            body: { kind: 'single', singleResult: body },
          };
        },
      });
    },
  };
}

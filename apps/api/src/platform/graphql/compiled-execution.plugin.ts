import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestListener } from '@apollo/server';
import {
  GraphQLError,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { RequestContext } from './request-context.js';

type Publish = (
  errors: readonly GraphQLError[],
  context: RequestContext,
) => GraphQLFormattedError[];

type Execute = (
  context: RequestContext,
  variables: Record<string, unknown>,
) => Promise<ExecutionResult> | ExecutionResult;

/** A document is compiled when it comes again: a flood of different ones is not worth the work. */
const WORTH_COMPILING = 3;

/** The compiled forms of the documents Apollo keeps parsed; gone when Apollo lets the document go. */
class CompiledDocuments {
  private readonly uses = new WeakMap<DocumentNode, number>();
  private readonly compiled = new WeakMap<DocumentNode, Map<string, Execute | null>>();

  /** @returns null for a document that is interpreted as usual. */
  executor(schema: GraphQLSchema, document: DocumentNode, name: string): Execute | null {
    const uses = (this.uses.get(document) ?? 0) + 1;
    this.uses.set(document, uses);
    if (uses < WORTH_COMPILING) return null;
    const known = this.compiled.get(document) ?? new Map<string, Execute | null>();
    this.compiled.set(document, known);
    const found = known.get(name);
    if (found !== undefined) return found;
    const executor = compile(schema, document, name);
    known.set(name, executor);
    return executor;
  }
}

function compile(schema: GraphQLSchema, document: DocumentNode, name: string): Execute | null {
  const compiled = compileQuery(schema, document, name);
  if (!isCompiledQuery(compiled) || compiled.subscribe) return null;
  return (context, variables) => compiled.query(undefined, context, variables);
}

/**
 * Executes documents in compiled form (graphql-jit) instead of interpreting them field by field, once
 * Apollo has parsed, validated and weighed them. Measured in docs/performance.md.
 */
export function compiledExecution(publish: Publish): ApolloServerPlugin<RequestContext> {
  const documents = new CompiledDocuments();
  return {
    requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
      return Promise.resolve({
        async responseForOperation({ schema, document, operationName, request, contextValue }) {
          const execute = documents.executor(schema, document, operationName ?? '');
          if (!execute) return null;
          const result = await execute(contextValue, request.variables ?? {});
          const http = { headers: new HeaderMap(), ...statusOf(result) };
          const errors = result.errors && publish(told(result), contextValue);
          const { data } = result;
          return {
            http,
            body: {
              kind: 'single',
              singleResult: { ...(errors && { errors }), ...(data !== undefined && { data }) },
            },
          };
        },
      });
    },
  };
}

/** Without data, the variables did not fit: the caller's mistake, in Apollo's words for it. */
function told({ data, errors = [] }: ExecutionResult): readonly GraphQLError[] {
  return data === undefined
    ? errors.map(
        ({ message }) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } }),
      )
    : errors;
}

function statusOf({ data, errors = [] }: ExecutionResult): { status?: number } {
  for (const { extensions } of errors as readonly Partial<GraphQLError>[]) {
    const http = extensions?.['http'] as { status?: number } | undefined;
    if (http?.status !== undefined) return { status: http.status };
  }
  return data === undefined ? { status: 400 } : {};
}

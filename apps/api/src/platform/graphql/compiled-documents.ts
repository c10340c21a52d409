import {
  getOperationAST,
  GraphQLError,
  valueFromASTUntyped,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { RequestContext } from './request-context.js';

export type Publish = (
  errors: readonly GraphQLError[],
  context: RequestContext,
) => GraphQLFormattedError[];

export type Execute = (
  context: RequestContext,
  variables: Record<string, unknown>,
) => Promise<ExecutionResult> | ExecutionResult;

/** What goes back to the caller. */
export interface Answer {
  /** Undefined for the usual 200. */
  readonly status?: number;
  readonly body: {
    readonly errors?: readonly GraphQLFormattedError[];
    readonly data?: Record<string, unknown> | null;
  };
}

/** The compiled forms of documents; gone when their owner lets the document go. */
export class CompiledDocuments {
  private readonly uses = new WeakMap<DocumentNode, number>();
  private readonly compiled = new WeakMap<DocumentNode, Map<string, Execute | null>>();

  /** @param worthCompiling the use from which on: a flood of different documents is not worth the work. */
  constructor(private readonly worthCompiling: number) {}

  /** @returns null for a document that is interpreted as usual. */
  executor(schema: GraphQLSchema, document: DocumentNode, name: string): Execute | null {
    const uses = (this.uses.get(document) ?? 0) + 1;
    this.uses.set(document, uses);
    if (uses < this.worthCompiling) return null;
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
  const defaults = defaultsOf(document, name);
  return (context, variables) => compiled.query(undefined, context, { ...defaults, ...variables });
}

/** graphql-jit 0.8 takes a required variable with a default for missing when it is left out. */
function defaultsOf(document: DocumentNode, name: string): Readonly<Record<string, unknown>> {
  const { variableDefinitions = [] } = getOperationAST(document, name || null) ?? {};
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
}

/** Executes and words what went wrong. */
export async function answer(
  execute: Execute,
  context: RequestContext,
  variables: Record<string, unknown>,
  publish: Publish,
): Promise<Answer> {
  const result = await execute(context, variables);
  const { data } = result;
  return {
    ...statusOf(result),
    body: {
      ...(result.errors && { errors: publish(told(result), context) }),
      ...(data !== undefined && { data }),
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

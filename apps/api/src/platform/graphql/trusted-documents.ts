import { TRUSTED_DOCUMENTS } from '@kaopu/graphql';
import {
  execute,
  getOperationAST,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { CompiledDocuments, type Execute } from './compiled-documents.js';

/** A document the server was built with: what it is, and how it is run. */
export interface TrustedDocument {
  readonly query: DocumentNode;
  /** Subscriptions are streamed, never executed at once. */
  readonly isSubscription: boolean;
  readonly execute: Execute;
}

/**
 * The documents of our own web app, found by hash (docs/adr/0015). They were validated when they were
 * generated; each is parsed and compiled once, when it is first asked for.
 */
export class TrustedDocuments {
  private readonly known = new Map<string, TrustedDocument>();
  private readonly compiled = new CompiledDocuments(1);

  constructor(private readonly schema: GraphQLSchema) {}

  byHash(hash: string): TrustedDocument | null {
    const known = this.known.get(hash);
    if (known) return known;
    const text = TRUSTED_DOCUMENTS.get(hash);
    if (text === undefined) return null;
    const document = this.prepare(parse(text, { noLocation: true }));
    this.known.set(hash, document);
    return document;
  }

  private prepare(query: DocumentNode): TrustedDocument {
    const { schema } = this;
    const interpret: Execute = (contextValue, variableValues) =>
      execute({ schema, document: query, contextValue, variableValues });
    const isSubscription = getOperationAST(query)?.operation === OperationTypeNode.SUBSCRIPTION;
    return {
      query,
      isSubscription,
      execute: this.compiled.executor(schema, query, '') ?? interpret,
    };
  }
}

/** The hash a request names its document by, where clients put it; null where it brings a text. */
export function hashAsked(body: unknown): string | null {
  const { query, extensions } = record(body);
  const { sha256Hash } = record(record(extensions)['persistedQuery']);
  return typeof query !== 'string' && typeof sha256Hash === 'string' ? sha256Hash : null;
}

/** @returns an empty object for what is none. */
export const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

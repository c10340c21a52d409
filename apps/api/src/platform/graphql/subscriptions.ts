import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  GraphQLError,
  parse,
  specifiedRules,
  subscribe,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { Authenticator } from '../access/authenticator.js';
import { refuseCostly } from './cost.plugin.js';
import { earlyAccident } from './early-accident.js';
import { publishErrors } from './errors.plugin.js';
import { documentLimits, LIMITS } from './limits.js';
import type { RequestContext } from './request-context.js';
import { hashAsked, record, TrustedDocuments } from './trusted-documents.js';
import { unknownDocument } from './trusted-endpoint.js';

/** Streams this process holds open at once; each costs a socket. */
const MAX_OPEN = 2000;
/** Proxies and our own idle limit close a silent connection after a minute. */
const PULSE_MILLISECONDS = 15_000;

/** What is only there once the application is assembled. */
export interface SubscriptionHost {
  readonly schema: GraphQLSchema;
  readonly authenticator: Authenticator;
}

interface Operation {
  readonly document: DocumentNode;
  readonly variableValues: Record<string, unknown>;
  readonly operationName: string | undefined;
}

/**
 * `/graphql/stream`: subscriptions as server-sent events, the "distinct connections mode" of GraphQL
 * over SSE. Plain HTTP, so that log-in, cookies, origin check and limits are those of every other
 * request (docs/adr/0012).
 *
 * @param isStrict whether only the web app's own documents are streamed, as in production.
 */
export function serveSubscriptions(
  server: FastifyInstance,
  host: () => SubscriptionHost,
  isStrict: boolean,
): void {
  let documents: TrustedDocuments | undefined;
  const open = new Set<() => void>();
  // A server that stops lets go of its streams; browsers connect to the next one.
  server.addHook('preClose', (done) => {
    for (const close of open) close();
    done();
  });
  server.post('/graphql/stream', async (request, reply) => {
    if (!request.headers['apollo-require-preflight']) return reply.code(400).send();
    const { schema, authenticator } = host();
    const actor = await authenticator.actorOf(request).catch((thrown: unknown) => {
      const { status, errors } = earlyAccident(request, reply, thrown);
      void reply.code(status).send({ errors });
      return null;
    });
    if (!actor) return reply;
    const context = { actor, request, reply };
    if (open.size >= MAX_OPEN) return refuse(reply, context, [busy()]);
    documents ??= new TrustedDocuments(schema);
    const operation = read({ schema, documents, isStrict }, request.body);
    if (Array.isArray(operation)) return refuse(reply, context, operation);
    const source = await subscribe({ schema, contextValue: context, ...operation });
    if (!(Symbol.asyncIterator in source)) return refuse(reply, context, source.errors ?? []);
    await stream(context, source, open);
    return reply;
  });
}

interface Reading {
  readonly schema: GraphQLSchema;
  readonly documents: TrustedDocuments;
  readonly isStrict: boolean;
}

/** @returns what to run, or why not. */
function read(by: Reading, body: unknown): Operation | GraphQLError[] {
  const { schema } = by;
  try {
    const { variables, operationName } = bodyOf(body);
    const document = documentOf(by, body);
    if (Array.isArray(document)) return document.map(asValidation);
    refuseCostly({
      schema,
      query: document,
      variables,
      ...(operationName !== undefined && { operationName }),
    });
    return { document, variableValues: variables, operationName };
  } catch (thrown) {
    return [thrown instanceof GraphQLError ? asValidation(thrown) : invalid()];
  }
}

/** @returns the document, or what is wrong with it. @throws GraphQLError for one that cannot be read at all. */
function documentOf(
  { schema, documents, isStrict }: Reading,
  body: unknown,
): DocumentNode | GraphQLError[] {
  const hash = hashAsked(body);
  const { query } = record(body);
  if (hash !== null || isStrict) {
    const trusted = documents.byHash(hash ?? '');
    if (!trusted) throw unknownDocument();
    return trusted.query;
  }
  if (typeof query !== 'string') throw invalid();
  const document = parse(query, { maxTokens: LIMITS.tokens });
  const wrongs = validate(schema, document, [...specifiedRules, documentLimits]);
  return wrongs.length > 0 ? [...wrongs] : document;
}

function bodyOf(body: unknown): {
  variables: Record<string, unknown>;
  operationName: string | undefined;
} {
  const { variables, operationName } = record(body);
  return {
    variables: { ...record(variables) },
    operationName: typeof operationName === 'string' ? operationName : undefined,
  };
}

/** Writes results until either side is through. */
async function stream(
  context: RequestContext,
  source: AsyncGenerator<ExecutionResult, void, void>,
  open: Set<() => void>,
): Promise<void> {
  const { reply } = context;
  reply.hijack();
  const { raw } = reply;
  const close = (): void => {
    raw.end();
    void source.return();
  };
  const pulse = setInterval(() => raw.write(':\n\n'), PULSE_MILLISECONDS);
  open.add(close);
  raw.on('close', close);
  raw.writeHead(200, {
    ...headersOf(reply),
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
  });
  // Opens the stream in browsers before the first event.
  raw.write(':\n\n');
  try {
    for await (const { errors, ...result } of source) {
      const told = errors ? { ...result, errors: publishErrors(errors, context) } : result;
      raw.write(`event: next\ndata: ${JSON.stringify(told)}\n\n`);
    }
    raw.write('event: complete\ndata:\n\n');
  } catch (thrown) {
    const error = new GraphQLError('', {
      originalError: thrown instanceof Error ? thrown : new Error(String(thrown)),
    });
    const errors = publishErrors([error], context);
    raw.write(`event: next\ndata: ${JSON.stringify({ errors })}\n\n`);
  } finally {
    clearInterval(pulse);
    open.delete(close);
    raw.end();
  }
}

function refuse(
  reply: FastifyReply,
  context: RequestContext,
  errors: readonly GraphQLError[],
): FastifyReply {
  const told = publishErrors(errors, context);
  const isBusy = told.some(({ extensions }) => extensions?.['code'] === 'SERVICE_UNAVAILABLE');
  return reply.code(isBusy ? 503 : 400).send({ errors: told });
}

/** Set by our hooks already: security headers and the request id. */
const headersOf = (reply: FastifyReply): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'number' ? String(value) : value]],
    ),
  );

const asValidation = (error: GraphQLError): GraphQLError =>
  error.extensions['code']
    ? error
    : new GraphQLError(error.message, {
        ...(error.nodes && { nodes: error.nodes }),
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      });

const invalid = (): GraphQLError =>
  new GraphQLError('The request holds no GraphQL document.', {
    extensions: { code: 'GRAPHQL_PARSE_FAILED' },
  });

const busy = (): GraphQLError =>
  new GraphQLError('', { extensions: { code: 'SERVICE_UNAVAILABLE' } });

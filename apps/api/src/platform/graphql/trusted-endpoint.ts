import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Authenticator } from '../access/authenticator.js';
import { answer, type Answer } from './compiled-documents.js';
import { refuseCostly } from './cost.plugin.js';
import { earlyAccident } from './early-accident.js';
import { publishErrors } from './errors.plugin.js';
import type { RequestContext } from './request-context.js';
import { hashAsked, record, TrustedDocuments } from './trusted-documents.js';

const PATH = '/graphql';

/** What is only there once the application is assembled. */
export interface TrustedHost {
  readonly schema: GraphQLSchema;
  readonly authenticator: Authenticator;
}

/**
 * Answers the web app's own documents, named by hash, before Apollo is asked: the same actor, access
 * guard, weight and wording of errors, without parsing, validation and the per-request work of a
 * server for any document (docs/adr/0015).
 *
 * @param isStrict whether everything else is refused, as in production.
 */
export function answerTrusted(
  server: FastifyInstance,
  host: () => TrustedHost,
  isStrict: boolean,
): void {
  let documents: TrustedDocuments | undefined;
  server.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.url !== PATH) return undefined;
    const hash = request.method === 'POST' ? hashAsked(request.body) : null;
    if (hash === null && !isStrict) return undefined;
    const { schema, authenticator } = host();
    documents ??= new TrustedDocuments(schema);
    const document = hash === null || !isPreflighted(request) ? null : documents.byHash(hash);
    const { status, body } = await answered(request, reply, authenticator, (context) => {
      if (!document || document.isSubscription) throw unknownDocument();
      const variables = { ...record(record(request.body)['variables']) };
      refuseCostly({ schema, query: document.query, variables });
      return answer(document.execute, context, variables, publishErrors);
    });
    return reply
      .code(status ?? 200)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(body));
  });
}

/** Browsers ask before they send either from another origin, so that no other page can use a person's cookie. */
const isPreflighted = ({ headers }: FastifyRequest): boolean =>
  headers['apollo-require-preflight'] !== undefined ||
  (headers['content-type']?.startsWith('application/json') ?? false);

async function answered(
  request: FastifyRequest,
  reply: FastifyReply,
  authenticator: Authenticator,
  run: (context: RequestContext) => Promise<Answer>,
): Promise<Answer> {
  let context: RequestContext;
  try {
    context = { actor: await authenticator.actorOf(request), request, reply };
  } catch (thrown) {
    const { status, errors } = earlyAccident(request, reply, thrown);
    return { status, body: { errors } };
  }
  try {
    return await run(context);
  } catch (thrown) {
    const error =
      thrown instanceof GraphQLError
        ? thrown
        : new GraphQLError('', { originalError: causeOf(thrown) });
    const errors = publishErrors([error], context);
    return { status: statusOf(errors[0]?.extensions?.['code']), body: { errors } };
  }
}

const causeOf = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));

function statusOf(code: unknown): number {
  if (code === 'SERVICE_UNAVAILABLE') return 503;
  return code === 'INTERNAL' ? 500 : 400;
}

/** For pages of an older version, and for documents that never were ours. */
export const unknownDocument = (): GraphQLError =>
  new GraphQLError('', { extensions: { code: 'DOCUMENT_UNKNOWN' } });

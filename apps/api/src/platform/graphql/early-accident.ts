import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { anonymous } from '../access/actor.js';
import { requestInfo } from '../http/request-info.js';
import { publishErrors } from './errors.plugin.js';

/** An accident in the words, and with the status, it leaves with. */
export interface EarlyAccident {
  readonly status: 500 | 503;
  readonly errors: readonly GraphQLFormattedError[];
}

/**
 * What went wrong before it was known who asks, told like everything that goes wrong later; Apollo
 * would tell the cause itself.
 */
export function earlyAccident(
  request: FastifyRequest,
  reply: FastifyReply,
  thrown: unknown,
): EarlyAccident {
  const originalError = thrown instanceof Error ? thrown : new Error(String(thrown));
  const actor = anonymous(requestInfo(request));
  const errors = publishErrors([new GraphQLError('', { originalError })], {
    actor,
    request,
    reply,
  });
  const isBusy = errors.some(({ extensions }) => extensions?.['code'] === 'SERVICE_UNAVAILABLE');
  return { status: isBusy ? 503 : 500, errors };
}

/** The same as something Apollo can be thrown. */
export function asGraphQLError({ status, errors }: EarlyAccident): GraphQLError {
  const { message = '', extensions } = errors[0] ?? {};
  return new GraphQLError(message, { extensions: { ...extensions, http: { status } } });
}

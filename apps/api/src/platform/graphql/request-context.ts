import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';

/** What every resolver finds in its GraphQL context. */
export interface RequestContext {
  readonly actor: Actor;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

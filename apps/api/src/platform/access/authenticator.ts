import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.js';

/** Turns a request into an Actor; `auth` provides it, so that the platform knows no accounts. */
export abstract class Authenticator {
  /** Never throws for a bad or missing token: that is the anonymous actor. */
  abstract actorOf(request: FastifyRequest): Promise<Actor>;
}

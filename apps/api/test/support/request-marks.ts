import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance, onRequestHookHandler } from 'fastify';

const marks = new AsyncLocalStorage<true>();

/**
 * Marks whatever the server does for a request, so that tests can tell it from what it does by itself
 * at the same moment (outbox, rounds). Called before any other hook is registered.
 */
export function markRequests(server: FastifyInstance): void {
  const mark: onRequestHookHandler = (_request, _reply, done) => marks.run(true, done);
  server.addHook('onRequest', mark);
  // Reading a body leaves the context the request began in.
  server.addHook('preHandler', mark);
}

/** Whether what runs now was begun by a request. */
export const isForRequest = (): boolean => marks.getStore() === true;

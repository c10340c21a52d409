import type { FastifyRequest } from 'fastify';
import { v7 as uuid } from 'uuid';
import type { RequestInfo } from '../access/actor.js';
import { languageOf } from '../i18n/language.js';

/** One trace id for logs, audit and errors of a request. */
export const newRequestId = (): string => uuid();

export function requestInfo(request: FastifyRequest): RequestInfo {
  return {
    id: request.id,
    ip: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    language: languageOf(request.headers['accept-language']),
  };
}

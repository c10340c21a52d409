import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Allows the one inline style and script set of this response's page. */
    cspNonce: string;
  }
}

/** Helmet's directives are handed Node's own request, which knows nothing of Fastify's decorators. */
const nonces = new WeakMap<IncomingMessage, string>();

const allowNonce = (request: IncomingMessage): string => `'nonce-${nonces.get(request) ?? ''}'`;

/** `Origin: null` is what sandboxed frames send; the browser's own word tells them from our pages. */
function isForeign({ headers }: FastifyRequest): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return false;
  if (origin === 'null') return headers['sec-fetch-site'] !== 'same-origin';
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/** Strict policy for pages, no caching of answers, and no requests from foreign pages. */
export async function secureHeaders(server: FastifyInstance): Promise<void> {
  server.decorateRequest('cspNonce', '');
  server.addHook('onRequest', async (request, reply) => {
    request.cspNonce = randomBytes(16).toString('base64');
    nonces.set(request.raw, request.cspNonce);
    if (request.method !== 'GET' && isForeign(request)) return reply.code(403).send();
    reply.header('Cache-Control', 'no-store');
    reply.header('X-Request-Id', request.id);
    return undefined;
  });
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'", allowNonce],
        'style-src': ["'self'", allowNonce],
        'style-src-attr': ["'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'worker-src': ["'self'", 'blob:'],
        'frame-src': ["'self'", 'blob:'],
        'object-src': ["'none'"],
        'base-uri': ["'self'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'require-trusted-types-for': ["'script'"],
        'trusted-types': ['angular', 'angular#bundler', 'kaopu#pdf'],
      },
    },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
    referrerPolicy: { policy: 'same-origin' },
  });
}

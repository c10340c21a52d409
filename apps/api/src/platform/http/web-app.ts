import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const IMMUTABLE = /-[A-Za-z0-9_-]{8,}\.(js|css|woff2|svg|mjs)$/;
const NONCE_MARK = /CSP_NONCE/g;

/** Serves the built web app; every path that is no file is a page of it. */
export async function serveWebApp(server: FastifyInstance, webDir: string): Promise<void> {
  await server.register(fastifyStatic, { root: webDir, serve: false });
  const page = readFileSync(join(webDir, 'index.html'), 'utf8');
  server.get('/*', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (/\.[a-z0-9]+$/i.test(path) && path !== '/index.html') {
      const seconds = IMMUTABLE.test(path) ? 31_536_000 : 300;
      reply.header(
        'Cache-Control',
        `public, max-age=${seconds}${seconds > 300 ? ', immutable' : ''}`,
      );
      return reply.sendFile(path, { cacheControl: false });
    }
    return reply.type('text/html; charset=utf-8').send(page.replace(NONCE_MARK, request.cspNonce));
  });
}

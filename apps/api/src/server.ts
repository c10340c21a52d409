import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { Authenticator } from './platform/access/authenticator.js';
import type { Settings } from './platform/config/settings.js';
import { serveSubscriptions } from './platform/graphql/subscriptions.js';
import { answerTrusted, type TrustedHost } from './platform/graphql/trusted-endpoint.js';
import { KaopuAdapter } from './platform/http/adapter.js';
import { newRequestId } from './platform/http/request-info.js';
import { secureHeaders } from './platform/http/security-headers.js';
import { UploadVisitors } from './platform/http/upload-visitors.js';
import { acceptUploads } from './platform/http/uploads.js';
import { serveWebApp } from './platform/http/web-app.js';

const BODY_BYTES = 100_000;

/** Fastify with our limits on time and size. */
export const createAdapter = ({ trustProxy }: Pick<Settings, 'trustProxy'>): FastifyAdapter =>
  new KaopuAdapter({
    bodyLimit: BODY_BYTES,
    genReqId: newRequestId,
    // Fastify counts hops from its own side, so that what a client writes in front is never believed.
    trustProxy: typeof trustProxy === 'number' ? (_address, hop) => hop < trustProxy : trustProxy,
    connectionTimeout: 60_000,
    requestTimeout: 60_000,
    http: { headersTimeout: 10_000 },
    // QR codes lead to `/m/`, and people add slashes when they type addresses.
    routerOptions: { ignoreTrailingSlash: true },
  });

/** The assembled HTTP server, not yet listening. */
export async function createServer(settings: Settings): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(settings),
    createAdapter(settings),
    { bufferLogs: true },
  );
  app.useLogger(app.get(Logger));
  return prepare(app, settings);
}

/** Puts headers, uploads and pages around a created application and initialises it. */
export async function prepare(
  app: NestFastifyApplication,
  settings: Settings,
): Promise<NestFastifyApplication> {
  app.enableShutdownHooks();
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  await server.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
  await server.register(cookie);
  await secureHeaders(server);
  acceptUploads(server, {
    authenticator: () => app.get(Authenticator),
    visitors: () => app.get(UploadVisitors),
  });
  const host = (): TrustedHost => ({
    schema: app.get(GraphQLSchemaHost).schema,
    authenticator: app.get(Authenticator),
  });
  answerTrusted(server, host, settings.onlyTrustedDocuments);
  serveSubscriptions(server, host, settings.onlyTrustedDocuments);
  if (settings.webDir) await serveWebApp(server, settings.webDir);
  await app.init();
  await server.ready();
  return app;
}

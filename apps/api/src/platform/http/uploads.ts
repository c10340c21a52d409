import type { FastifyInstance, FastifyRequest } from 'fastify';
import processRequest from 'graphql-upload/processRequest.mjs';
import type { Authenticator } from '../access/authenticator.js';
import { earlyAccident } from '../graphql/early-accident.js';
import type { UploadVisitors } from './upload-visitors.js';

/** 5 MiB, the manual's limit (「上传的照片不能超过5M」, chapter 1): exactly 5 MiB passes. */
export const MAX_UPLOAD_BYTES = 5 * 1024 * 1024;

/** Where the phone's own form is sent to: its handler checks its cookie and reads the stream itself. */
const PHONE_FORM = '/m/file';

const isMultipart = (request: FastifyRequest): boolean =>
  request.headers['content-type']?.startsWith('multipart/form-data') ?? false;

/** Who may send a file; asked at each request, when the application is assembled. */
export interface UploadGuards {
  readonly authenticator: () => Authenticator;
  readonly visitors: () => UploadVisitors;
}

/**
 * Lets GraphQL multipart requests in, on `/graphql` only, and only after the session is checked:
 * nobody unknown makes us write a temporary file.
 */
export function acceptUploads(
  server: FastifyInstance,
  { authenticator, visitors }: UploadGuards,
): void {
  server.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null));
  server.addHook('preValidation', async (request, reply) => {
    if (!isMultipart(request) || request.url === PHONE_FORM) return;
    if (request.url !== '/graphql') return reply.code(415).send();
    if (!request.headers['apollo-require-preflight']) return reply.code(400).send();
    try {
      const actor = await authenticator().actorOf(request);
      if (actor.kind === 'anonymous' && !(await visitors().mayUpload(request))) {
        return await reply.code(401).send({
          errors: [{ message: 'UNAUTHENTICATED', extensions: { code: 'UNAUTHENTICATED' } }],
        });
      }
    } catch (thrown) {
      const { status, errors } = earlyAccident(request, reply, thrown);
      return reply.code(status).send({ errors });
    }
    request.body = await processRequest(request.raw, reply.raw, {
      // busboy refuses a file of exactly its limit, so ours is one byte above; the service checks the exact size.
      maxFileSize: MAX_UPLOAD_BYTES + 2,
      maxFiles: 1,
      maxFieldSize: 100_000,
    });
    return undefined;
  });
}

import { Logger } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

const logger = new Logger('Http');

const PREMATURE = 'ERR_STREAM_PREMATURE_CLOSE';

type ErrorHandler = Parameters<FastifyAdapter['setErrorHandler']>[0];

/** Fastify as Nest drives it, but a client that goes away is no error of the server. */
export class KaopuAdapter extends FastifyAdapter {
  override setErrorHandler(handler: ErrorHandler): ReturnType<FastifyAdapter['setErrorHandler']> {
    return super.setErrorHandler(function (error, request, reply): unknown {
      if (!isGone(error, request, reply)) return handler.call(this, error, request, reply);
      logger.debug({ traceId: request.id, message: 'The client went away.' });
      // Nobody is left to be answered.
      reply.hijack();
      return undefined;
    });
  }
}

/** Somebody closed the page or broke off a download; a stream that broke for another reason has a reader yet. */
function isGone(error: unknown, { raw }: FastifyRequest, reply: FastifyReply): boolean {
  const isCut = error instanceof Error && 'code' in error && error.code === PREMATURE;
  return isCut && (raw.socket.destroyed || reply.raw.destroyed);
}

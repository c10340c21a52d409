import { Catch, type ArgumentsHost } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { GqlContextType } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryFailedError } from 'typeorm';
import { DatabaseSilent, isUnavailable } from '../database/database-errors.js';
import { earlyAccident } from '../graphql/early-accident.js';

const RETRY_SECONDS = '5';

/**
 * A database that does not answer is no fault of the server: partners, downloads and the phone's page
 * are told so with the code, the sentence and the status everybody else is.
 */
@Catch(QueryFailedError, DatabaseSilent)
export class UnavailableFilter extends BaseExceptionFilter {
  /** @returns the error itself inside GraphQL, whose errors are worded when they leave. */
  override catch(thrown: Error, host: ArgumentsHost): Error | undefined {
    if (host.getType<GqlContextType>() !== 'http') return thrown;
    if (!isUnavailable(thrown)) {
      super.catch(thrown, host);
      return undefined;
    }
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const { status, errors } = earlyAccident(http.getRequest<FastifyRequest>(), reply, thrown);
    void reply.code(status).header('retry-after', RETRY_SECONDS).send({ errors });
    return undefined;
  }
}

import { Catch, type ArgumentsHost } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUnavailable } from '../database/database-errors.js';
import { earlyAccident, type EarlyAccident } from '../graphql/early-accident.js';

const RETRY_SECONDS = '5';

/**
 * For controllers: a database that does not answer is no fault of the server, so partners and downloads
 * get the code, the sentence and the status everybody else gets. Put on a controller, never on the whole
 * server: inside GraphQL it would keep Nest from logging what was thrown. A refused connection is the
 * driver's own error, not TypeORM's.
 */
@Catch(Error)
export class UnavailableFilter extends BaseExceptionFilter {
  override catch(thrown: Error, host: ArgumentsHost): void {
    if (!isUnavailable(thrown)) {
      super.catch(thrown, host);
      return;
    }
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const accident = earlyAccident(request, reply, thrown);
    void reply.code(accident.status).header('retry-after', RETRY_SECONDS);
    this.tell(accident, request, reply);
  }

  /** Sends the words; status and headers are set. */
  protected tell({ errors }: EarlyAccident, _: FastifyRequest, reply: FastifyReply): void {
    void reply.send({ errors });
  }
}

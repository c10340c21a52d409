import { Catch, type ArgumentsHost } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUnavailable } from '../../platform/database/database-errors.js';
import { earlyAccident } from '../../platform/graphql/early-accident.js';
import { requestInfo } from '../../platform/http/request-info.js';
import { PhonePages } from './phone-pages.js';
import { phoneWords } from './phone-texts.js';

const RETRY_SECONDS = '5';

/** A database that does not answer, told on the phone as a page, or to its script. */
@Catch(Error)
export class PhoneUnavailableFilter extends BaseExceptionFilter {
  override catch(thrown: Error, host: ArgumentsHost): void {
    if (!isUnavailable(thrown)) {
      super.catch(thrown, host);
      return;
    }
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { language } = requestInfo(request);
    // Puts it on record as every accident is.
    const { status } = earlyAccident(request, reply, thrown);
    void reply.code(status).header('retry-after', RETRY_SECONDS);
    if (request.headers['x-requested-with'] === 'phone') {
      void reply.send({ problem: phoneWords(language).say('unavailableMore') });
    } else {
      void reply.type('text/html; charset=utf-8').send(new PhonePages(language).unavailable());
    }
  }
}

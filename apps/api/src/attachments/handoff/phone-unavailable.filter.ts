import { Catch } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EarlyAccident } from '../../platform/graphql/early-accident.js';
import { requestInfo } from '../../platform/http/request-info.js';
import { UnavailableFilter } from '../../platform/http/unavailable.filter.js';
import { PhonePages } from './phone-pages.js';
import { phoneWords } from './phone-texts.js';

/** A database that does not answer, told on the phone as a page, or to its script. */
@Catch(Error)
export class PhoneUnavailableFilter extends UnavailableFilter {
  protected override tell(_: EarlyAccident, request: FastifyRequest, reply: FastifyReply): void {
    const { language } = requestInfo(request);
    if (request.headers['x-requested-with'] === 'phone') {
      void reply.send({ problem: phoneWords(language).say('unavailableMore') });
    } else {
      void reply.type('text/html; charset=utf-8').send(new PhonePages(language).unavailable());
    }
  }
}

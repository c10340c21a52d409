import { Body, Controller, Get, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requestInfo } from '../../platform/http/request-info.js';
import { fileText } from '../file-texts.js';
import type { FileRefusal } from '../file-refusal.js';
import { PhonePages, type SendPage } from './phone-pages.js';
import { phoneWords } from './phone-texts.js';
import { PhoneUnavailableFilter } from './phone-unavailable.filter.js';
import { PhoneUploads, whyClosed, type TurnedAway } from './phone-uploads.js';
import { UploadCookie } from './upload-cookie.js';
import { UploadSessions } from './upload-sessions.js';
import type { UploadSessionNow } from './upload-session.queries.js';

const TOKEN = /([A-Za-z0-9_-]{16,64})\s*$/;
const STATUS: Readonly<Record<TurnedAway, number>> = {
  UNKNOWN: 404,
  BLOCKED: 429,
  SECOND_PHONE: 409,
  USED: 410,
  CANCELLED: 410,
  REPLACED: 410,
  EXPIRED: 410,
  TRIES: 429,
};

/**
 * `/m/`: the pages a phone sees after scanning (manual ch. 1). Each works as plain forms; the
 * script only fills and watches them. They are about one session and call nothing else.
 */
@Controller('m')
@UseFilters(PhoneUnavailableFilter)
export class PhoneController {
  constructor(
    private readonly uploads: PhoneUploads,
    private readonly sessions: UploadSessions,
    private readonly cookie: UploadCookie,
  ) {}

  @Get()
  async start(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, pagesOf(request).open());
  }

  @Post('open')
  async open(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const token = TOKEN.exec(textIn(body, 'token'))?.[1] ?? '';
    const opened = await this.uploads.open(request, token, this.cookie.read(request));
    if ('turnedAway' in opened) return this.turnAway(request, reply, opened.turnedAway);
    this.cookie.set(reply, opened.cookie, opened.expires);
    await reply.redirect('/m/send', 303);
  }

  @Get('send')
  async form(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const session = await this.uploads.current(this.cookie.read(request));
    if (!session) return this.turnAway(request, reply, 'UNKNOWN');
    const pages = pagesOf(request);
    switch (session.state) {
      case 'CONNECTED':
      case 'UPLOADING':
        return answer(reply, 200, pages.send(this.sendPage(session, null)));
      case 'RECEIVED':
      case 'CONFIRMED':
        return answer(reply, 200, pages.done());
      default:
        return this.turnAway(request, reply, whyClosed(session.state));
    }
  }

  /** Browsers get the next page, the script gets its words. */
  @Post('file')
  async send(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const cookie = this.cookie.read(request);
    const sent = await this.uploads.receive(request, cookie);
    const isScript = request.headers['x-requested-with'] === 'phone';
    if (sent === 'RECEIVED') {
      if (isScript) await reply.send({ done: true });
      else await reply.redirect('/m/send', 303);
      return;
    }
    if ('turnedAway' in sent) {
      // What is left of the file is let through unread: browsers take a closed connection for a lost one.
      request.raw.resume();
      if (!isScript) return this.turnAway(request, reply, sent.turnedAway);
      // The code itself is still open after too many files, so its page would not say why.
      const told =
        sent.turnedAway === 'TRIES' ? { problem: adviceOf(request, 'TRIES') } : { closed: true };
      await reply.code(STATUS[sent.turnedAway]).send(told);
      return;
    }
    const problem = wordsOf(request, sent.refused);
    if (isScript) {
      await reply.code(422).send({ problem });
      return;
    }
    const session = await this.uploads.current(cookie);
    if (!session) return this.turnAway(request, reply, 'UNKNOWN');
    await answer(reply, 422, pagesOf(request).send(this.sendPage(session, problem)));
  }

  private sendPage(session: UploadSessionNow, problem: string | null): SendPage {
    return {
      about: this.sessions.about(session),
      device: session.desktopDevice,
      startedAt: session.createdAt,
      extensions: session.extensions.split(','),
      maxBytes: session.maxBytes,
      problem,
    };
  }

  private turnAway(request: FastifyRequest, reply: FastifyReply, why: TurnedAway): Promise<void> {
    return answer(reply, STATUS[why], pagesOf(request).turnedAway(why));
  }
}

const pagesOf = (request: FastifyRequest): PhonePages =>
  new PhonePages(requestInfo(request).language);

const adviceOf = (request: FastifyRequest, why: TurnedAway): string =>
  phoneWords(requestInfo(request).language).turnedAway(why).advice;

const wordsOf = (request: FastifyRequest, { key, params }: FileRefusal): string =>
  fileText(requestInfo(request).language, key, params);

async function answer(reply: FastifyReply, status: number, page: string): Promise<void> {
  await reply.code(status).type('text/html; charset=utf-8').send(page);
}

/** A pasted link counts as its token. */
function textIn(body: unknown, name: string): string {
  if (typeof body !== 'object' || body === null) return '';
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}

import { Controller, Get, Header, Inject, NotFoundException, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { MailMessages } from './mail/mail-messages.js';
import { messagesPage, type ShownMessage } from './messages-sink.page.js';
import { SmsMessages } from './messages-sink.js';

/** One message as `/demo/messages.json` tells it. */
interface MessageJson {
  readonly phone: string;
  readonly purpose: string;
  readonly body: string;
  readonly sentAt: string;
}

/** One mail as `/demo/mails.json` tells it. */
interface MailJson {
  readonly address: string;
  readonly purpose: string;
  readonly subject: string;
  readonly body: string;
  readonly sentAt: string;
}

const SHOWN = 50;

/** Where a demonstration's text messages and mails can be read; elsewhere these addresses do not exist. */
@Controller('demo')
export class DemoMessagesController {
  constructor(
    private readonly messages: SmsMessages,
    private readonly mails: MailMessages,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('messages')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async page(@Req() request: FastifyRequest): Promise<string> {
    this.onlyInDemo();
    const [messages, mails] = await Promise.all([
      this.messages.newest(null),
      this.mails.newest(null),
    ]);
    const shown: ShownMessage[] = [
      ...messages.map(({ phone, ...rest }) => ({ ...rest, to: phone, subject: null })),
      ...mails.map(({ address, ...rest }) => ({ ...rest, to: address })),
    ];
    const newestFirst = shown.toSorted((a, b) => b.sentAt.getTime() - a.sentAt.getTime());
    return messagesPage(newestFirst.slice(0, SHOWN), request.cspNonce);
  }

  /** @param phone narrows the answer to the messages of one number. */
  @Get('messages.json')
  async json(@Query('phone') phone?: string): Promise<MessageJson[]> {
    this.onlyInDemo();
    const messages = await this.messages.newest(typeof phone === 'string' ? phone : null);
    return messages.map(({ phone: to, purpose, body, sentAt }) => ({
      phone: to,
      purpose,
      body,
      sentAt: sentAt.toISOString(),
    }));
  }

  /** @param address narrows the answer to the mails of one mailbox. */
  @Get('mails.json')
  async mailsJson(@Query('address') address?: string): Promise<MailJson[]> {
    this.onlyInDemo();
    const mails = await this.mails.newest(typeof address === 'string' ? address : null);
    return mails.map(({ address: to, purpose, subject, body, sentAt }) => ({
      address: to,
      purpose,
      subject,
      body,
      sentAt: sentAt.toISOString(),
    }));
  }

  private onlyInDemo(): void {
    if (!this.settings.demo) throw new NotFoundException();
  }
}

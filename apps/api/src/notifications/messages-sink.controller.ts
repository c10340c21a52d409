import { Controller, Get, Header, Inject, NotFoundException, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { messagesPage } from './messages-sink.page.js';
import { SmsMessages } from './messages-sink.js';

/** One message as `/demo/messages.json` tells it. */
interface MessageJson {
  readonly phone: string;
  readonly purpose: string;
  readonly body: string;
  readonly sentAt: string;
}

/** Where a demonstration's text messages can be read; elsewhere these addresses do not exist. */
@Controller('demo')
export class DemoMessagesController {
  constructor(
    private readonly messages: SmsMessages,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('messages')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async page(@Req() request: FastifyRequest): Promise<string> {
    this.onlyInDemo();
    return messagesPage(await this.messages.newest(null), request.cspNonce);
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

  private onlyInDemo(): void {
    if (!this.settings.demo) throw new NotFoundException();
  }
}

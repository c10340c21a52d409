import { Inject, Injectable } from '@nestjs/common';
import { maskName, text, type TextParams } from '@kaopu/domain';
import { Clock } from '../platform/clock/clock.js';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import type { Tx } from '../platform/database/transactions.js';
import { MailMessages } from './mail/mail-messages.js';
import { SmsMessages } from './messages-sink.js';
import type { OutwardChannel, Route } from './notice-routes.js';

/** A week late, a notice only confuses; the inbox keeps it. */
const GOOD_MILLISECONDS = 7 * 24 * 60 * 60 * 1000;

/** What is to be said. */
export interface NoticeContent {
  readonly template: string;
  readonly params: TextParams;
}

/** Puts notices into the words of a text message or a mail: masked, and without any secret address. */
@Injectable()
export class NoticeLetters {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly sms: SmsMessages,
    private readonly mails: MailMessages,
  ) {}

  /** @returns the id of the text message or mail. */
  queue(tx: Tx, notice: NoticeContent, channel: OutwardChannel, route: Route): Promise<string> {
    return channel === 'SMS' ? this.queueSms(tx, notice, route) : this.queueMail(tx, notice, route);
  }

  private queueSms(
    tx: Tx,
    { template, params }: NoticeContent,
    { address, name, language }: Route,
  ): Promise<string> {
    const shown = { name: maskName(name), number: numberOf(params) };
    return this.sms.queue(tx, {
      purpose: `NOTICE_${template}`,
      phone: address,
      body: text(language, `notice.${template}.sms`, shown),
      params: shown,
      goodUntil: this.goodUntil(),
      lane: 'REST',
    });
  }

  private queueMail(
    tx: Tx,
    { template, params }: NoticeContent,
    { address, name, language }: Route,
  ): Promise<string> {
    return this.mails.queue(tx, {
      purpose: `NOTICE_${template}`,
      address,
      subject: text(language, `notice.${template}.title`, params),
      body: [
        text(language, 'mail.greeting', { name: maskName(name) }),
        text(language, `notice.${template}.body`, params),
        text(language, 'mail.ending', { address: this.settings.publicUrl }),
      ].join('\n\n'),
      goodUntil: this.goodUntil(),
    });
  }

  private goodUntil(): Date {
    return new Date(this.clock.now().getTime() + GOOD_MILLISECONDS);
  }
}

const numberOf = ({ number }: TextParams): string => (typeof number === 'string' ? number : '');

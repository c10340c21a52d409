import { Logger } from '@nestjs/common';
import { maskPhone } from '@kaopu/domain';
import type { OutgoingSms, SmsOutcome, SmsProvider } from './sms-provider.js';

/** Demonstrations: "sent" means readable at /demo/messages. */
export class PageSink implements SmsProvider {
  send(): Promise<SmsOutcome> {
    return Promise.resolve({ kind: 'SENT', providerId: null });
  }
}

/** Development: the words stand in the log, which the operator chose by name. */
export class ConsoleSink implements SmsProvider {
  private readonly logger = new Logger('Sms');

  send({ phone, body }: OutgoingSms): Promise<SmsOutcome> {
    this.logger.log(`${maskPhone(phone)} ${body}`);
    return Promise.resolve({ kind: 'SENT', providerId: null });
  }
}

/** No provider was chosen: messages wait, and the outbox says why. */
export class NoSink implements SmsProvider {
  send(): Promise<SmsOutcome> {
    return Promise.resolve({ kind: 'LATER', reason: 'KAOPU_SMS names no provider' });
  }
}

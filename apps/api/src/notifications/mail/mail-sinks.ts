import { Logger } from '@nestjs/common';
import type { MailOutcome, MailProvider, OutgoingMail } from './mail-provider.js';

/** Demonstrations: "sent" means readable at /demo/messages. */
export class MailPageSink implements MailProvider {
  send(): Promise<MailOutcome> {
    return Promise.resolve({ kind: 'SENT', providerId: null });
  }
}

/** Development: subject and words stand in the log, which the operator chose by name. */
export class MailConsoleSink implements MailProvider {
  private readonly logger = new Logger('Mail');

  send({ subject, body }: OutgoingMail): Promise<MailOutcome> {
    this.logger.log(`${subject}\n${body}`);
    return Promise.resolve({ kind: 'SENT', providerId: null });
  }
}

/** No provider is chosen any more: mails of before wait. New ones are not even queued. */
export class NoMailSink implements MailProvider {
  send(): Promise<MailOutcome> {
    return Promise.resolve({ kind: 'LATER', reason: 'KAOPU_MAIL names no provider' });
  }
}

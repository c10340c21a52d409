import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { SETTINGS, type Settings } from '../../platform/config/settings.js';
import { OutboxHandlers } from '../../platform/outbox/outbox-handlers.js';
import { MAIL_TOPIC, MailMessages } from './mail-messages.js';
import type { MailProvider } from './mail-provider.js';
import { MailConsoleSink, MailPageSink, NoMailSink } from './mail-sinks.js';
import { SmtpMail } from './smtp-mail.js';

/** Carries mails from the outbox to the provider, again while that is worth while. */
@Injectable()
export class MailDelivery implements OnModuleInit {
  private readonly logger = new Logger('Mail');
  private readonly provider: MailProvider;

  constructor(
    @Inject(SETTINGS) { mail }: Settings,
    private readonly clock: Clock,
    private readonly handlers: OutboxHandlers,
    private readonly messages: MailMessages,
  ) {
    this.provider = providerOf(mail);
  }

  onModuleInit(): void {
    this.handlers.register(MAIL_TOPIC, ({ id }) => this.deliver(String(id)));
  }

  /** @throws Error when another attempt is worth while. */
  private async deliver(id: string): Promise<void> {
    const mail = await this.messages.waiting(id);
    if (!mail) return;
    if (mail.goodUntil <= this.clock.now()) {
      await this.messages.settle(id, 'EXPIRED', null);
      return;
    }
    const outcome = await this.provider.send({ ...mail, id });
    if (outcome.kind === 'LATER') throw new Error(`Mail not sent: ${outcome.reason}`);
    if (outcome.kind === 'REFUSED') {
      this.logger.error({ mailId: id, purpose: mail.purpose, ...outcome });
    }
    const providerId = outcome.kind === 'SENT' ? outcome.providerId : null;
    await this.messages.settle(id, outcome.kind, providerId);
  }
}

function providerOf(settings: Settings['mail']): MailProvider {
  switch (settings.provider) {
    case 'page':
      return new MailPageSink();
    case 'console':
      return new MailConsoleSink();
    case 'none':
      return new NoMailSink();
    case 'smtp':
      return new SmtpMail(settings);
  }
}

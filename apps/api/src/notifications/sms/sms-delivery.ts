import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { SETTINGS, type Settings } from '../../platform/config/settings.js';
import { OutboxHandlers } from '../../platform/outbox/outbox-handlers.js';
import { SMS_TOPIC, SmsMessages } from '../messages-sink.js';
import { AliyunSms } from './aliyun-sms.js';
import { HttpSms } from './http-sms.js';
import { ConsoleSink, NoSink, PageSink } from './sinks.js';
import type { SmsProvider } from './sms-provider.js';
import { TencentSms } from './tencent-sms.js';

/**
 * Carries messages from the outbox to the provider: one send per message. What was certainly not
 * sent is tried again by the outbox; what may have been sent is not, and what is too old is not
 * worth sending (promise F14).
 */
@Injectable()
export class SmsDelivery implements OnModuleInit {
  private readonly logger = new Logger('Sms');
  private readonly provider: SmsProvider;

  constructor(
    @Inject(SETTINGS) { sms }: Settings,
    private readonly clock: Clock,
    private readonly handlers: OutboxHandlers,
    private readonly messages: SmsMessages,
  ) {
    this.provider = providerOf(sms, () => this.clock.now());
  }

  onModuleInit(): void {
    this.handlers.register(SMS_TOPIC, ({ id }) => this.deliver(String(id)));
  }

  /** @throws Error when another attempt is worth while. */
  private async deliver(id: string): Promise<void> {
    const message = await this.messages.waiting(id);
    if (!message) return;
    if (message.goodUntil !== null && message.goodUntil <= this.clock.now()) {
      await this.messages.settle(id, 'EXPIRED', null);
      return;
    }
    const outcome = await this.provider.send({ ...message, id });
    if (outcome.kind === 'LATER') throw new Error(`SMS not sent: ${outcome.reason}`);
    if (outcome.kind !== 'SENT') {
      this.logger.error({ smsId: id, purpose: message.purpose, ...outcome });
    }
    await this.messages.settle(
      id,
      outcome.kind,
      outcome.kind === 'SENT' ? outcome.providerId : null,
    );
  }
}

function providerOf(settings: Settings['sms'], now: () => Date): SmsProvider {
  switch (settings.provider) {
    case 'page':
      return new PageSink();
    case 'console':
      return new ConsoleSink();
    case 'none':
      return new NoSink();
    case 'http':
      return new HttpSms(settings);
    case 'aliyun':
      return new AliyunSms(settings, now);
    case 'tencent':
      return new TencentSms(settings, now);
  }
}

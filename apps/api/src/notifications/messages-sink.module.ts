import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { OutboxHandlers } from '../platform/outbox/outbox-handlers.js';
import { DemoMessagesController } from './messages-sink.controller.js';
import { SmsMessageEntity } from './messages-sink.entity.js';
import { SMS_TOPIC, SmsMessages } from './messages-sink.js';

/**
 * Text messages of a demonstration: "sent" means readable at /demo/messages. Outside of a
 * demonstration the topic is left to a gateway; without one the outbox says so and tries again.
 */
@Module({
  imports: [TypeOrmModule.forFeature([SmsMessageEntity])],
  controllers: [DemoMessagesController],
  providers: [SmsMessages],
  exports: [SmsMessages],
})
export class DemoMessagesModule implements OnModuleInit {
  constructor(
    private readonly handlers: OutboxHandlers,
    private readonly messages: SmsMessages,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    if (!this.settings.demo) return;
    this.handlers.register(SMS_TOPIC, ({ id }) => this.messages.markDelivered(String(id)));
  }
}

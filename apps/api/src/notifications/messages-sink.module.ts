import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MailDelivery } from './mail/mail-delivery.js';
import { MailMessageEntity } from './mail/mail-message.entity.js';
import { MailMessages } from './mail/mail-messages.js';
import { DemoMessagesController } from './messages-sink.controller.js';
import { SmsMessageEntity } from './messages-sink.entity.js';
import { SmsMessages } from './messages-sink.js';
import { SmsDelivery } from './sms/sms-delivery.js';

/** Text messages and mails: put down with what caused them, then carried to the providers the settings name. */
@Module({
  imports: [TypeOrmModule.forFeature([MailMessageEntity, SmsMessageEntity])],
  controllers: [DemoMessagesController],
  providers: [MailDelivery, MailMessages, SmsDelivery, SmsMessages],
  exports: [MailMessages, SmsMessages],
})
export class MessagesModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DemoMessagesController } from './messages-sink.controller.js';
import { SmsMessageEntity } from './messages-sink.entity.js';
import { SmsMessages } from './messages-sink.js';
import { SmsDelivery } from './sms/sms-delivery.js';

/** Text messages: put down with what caused them, then carried to the provider the settings name. */
@Module({
  imports: [TypeOrmModule.forFeature([SmsMessageEntity])],
  controllers: [DemoMessagesController],
  providers: [SmsMessages, SmsDelivery],
  exports: [SmsMessages],
})
export class SmsModule {}

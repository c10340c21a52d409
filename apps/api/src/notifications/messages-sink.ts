import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../platform/clock/clock.js';
import { FieldCipher } from '../platform/crypto/field-cipher.js';
import type { Tx } from '../platform/database/transactions.js';
import { SmsMessageEntity } from './messages-sink.entity.js';

export const SMS_TOPIC = 'sms.send';

const PAGE = 50;

/** A text message in plain. */
export interface SmsMessage {
  readonly purpose: string;
  readonly phone: string;
  readonly body: string;
}

export interface SentSms extends SmsMessage {
  readonly id: string;
  readonly sentAt: Date;
}

/** Text messages: put down inside the transaction that caused them, sent after it committed. */
@Injectable()
export class SmsMessages {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
  ) {}

  async queue({ em, emit }: Pick<Tx, 'em' | 'emit'>, message: SmsMessage): Promise<void> {
    const id = uuid();
    await em.insert(SmsMessageEntity, {
      id,
      purpose: message.purpose,
      phoneEnc: this.seal(id, 'phone_enc', message.phone),
      phoneIndex: this.phoneIndex(message.phone),
      bodyEnc: this.seal(id, 'body_enc', message.body),
      createdAt: this.clock.now(),
    });
    emit(SMS_TOPIC, { id });
  }

  /** @throws Error for an id that is no message. */
  async read(id: string): Promise<SmsMessage> {
    const row = await this.dataSource.manager.findOneByOrFail(SmsMessageEntity, { id });
    return this.opened(row);
  }

  async markDelivered(id: string): Promise<void> {
    const deliveredAt = this.clock.now();
    await this.dataSource.manager.update(
      SmsMessageEntity,
      { id, deliveredAt: IsNull() },
      { deliveredAt },
    );
  }

  /** How long ago, in whole seconds, the last such message went to this phone; null for never. */
  async secondsSince(phone: string, purpose: string): Promise<number | null> {
    const last = await this.dataSource.manager.findOne(SmsMessageEntity, {
      where: { phoneIndex: this.phoneIndex(phone), purpose },
      order: { createdAt: 'DESC' },
    });
    return last && Math.floor((this.clock.now().getTime() - last.createdAt.getTime()) / 1000);
  }

  /** The newest 50 delivered messages, newest first; of one phone when it is given. */
  async newest(phone: string | null): Promise<SentSms[]> {
    const rows = await this.dataSource.manager
      .createQueryBuilder(SmsMessageEntity, 'message')
      .where('message.deliveredAt IS NOT NULL')
      .andWhere(phone === null ? '1 = 1' : 'message.phoneIndex = :index', {
        index: phone === null ? '' : this.phoneIndex(phone),
      })
      .orderBy('message.id', 'DESC')
      .take(PAGE)
      .getMany();
    return rows.map((row) => this.opened(row));
  }

  private opened(row: SmsMessageEntity): SentSms {
    return {
      id: row.id,
      purpose: row.purpose,
      phone: this.open(row.id, 'phone_enc', row.phoneEnc),
      body: this.open(row.id, 'body_enc', row.bodyEnc),
      sentAt: row.createdAt,
    };
  }

  private phoneIndex(phone: string): string {
    return this.cipher.blindIndex('sms.phone', phone);
  }

  private seal(rowId: string, column: string, value: string): Buffer {
    return this.cipher.encrypt(value, { table: 'sms_message', column, rowId });
  }

  private open(rowId: string, column: string, blob: Buffer): string {
    return this.cipher.decrypt(blob, { table: 'sms_message', column, rowId });
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../platform/clock/clock.js';
import { FieldCipher } from '../platform/crypto/field-cipher.js';
import type { Tx } from '../platform/database/transactions.js';
import type { OutboxLane } from '../platform/outbox/outbox-lane.js';
import { SmsMessageEntity, type SmsFate } from './messages-sink.entity.js';

export const SMS_TOPIC = 'sms.send';

const PAGE = 50;
/** What is over is kept no longer (security.md D6). */
const KEEP_MILLISECONDS = 24 * 60 * 60 * 1000;

/** A text message in plain. */
export interface SmsMessage {
  readonly purpose: string;
  readonly phone: string;
  readonly body: string;
  /** What the words leave open, by name; none when left out. */
  readonly params?: Readonly<Record<string, string>>;
  /** When it is over; never when left out. A message with an end is deleted a day later. */
  readonly goodUntil?: Date;
  /** `CODES` when left out: most messages answer somebody who just did something. */
  readonly lane?: OutboxLane;
}

/** A message on its way. */
export interface WaitingSms {
  readonly purpose: string;
  readonly phone: string;
  readonly body: string;
  readonly params: Readonly<Record<string, string>>;
  readonly goodUntil: Date | null;
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

  /** @returns the message's id. */
  async queue({ em, emit }: Pick<Tx, 'em' | 'emit'>, message: SmsMessage): Promise<string> {
    const id = uuid();
    const { params, goodUntil, lane = 'CODES' } = message;
    await this.sweep(em);
    await em.insert(SmsMessageEntity, {
      id,
      purpose: message.purpose,
      phoneEnc: this.seal(id, 'phone_enc', message.phone),
      phoneIndex: this.phoneIndex(message.phone),
      bodyEnc: this.seal(id, 'body_enc', message.body),
      paramsEnc: params ? this.seal(id, 'params_enc', JSON.stringify(params)) : null,
      goodUntil: goodUntil ?? null,
      createdAt: this.clock.now(),
    });
    emit(SMS_TOPIC, { id }, lane);
    return id;
  }

  /** A message nothing was decided about yet; null for one that is done with or deleted. */
  async waiting(id: string): Promise<WaitingSms | null> {
    const row = await this.dataSource.manager.findOneBy(SmsMessageEntity, {
      id,
      outcome: IsNull(),
    });
    if (!row) return null;
    const { purpose, phone, body } = this.opened(row);
    const params = row.paramsEnc ? this.open(id, 'params_enc', row.paramsEnc) : '{}';
    return {
      purpose,
      phone,
      body,
      params: JSON.parse(params) as Readonly<Record<string, string>>,
      goodUntil: row.goodUntil,
    };
  }

  /** Decides about a message, once. */
  async settle(id: string, outcome: SmsFate, providerId: string | null): Promise<void> {
    const deliveredAt = outcome === 'SENT' ? this.clock.now() : null;
    await this.dataSource.manager.update(
      SmsMessageEntity,
      { id, outcome: IsNull() },
      { outcome, providerId, deliveredAt },
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

  private async sweep(em: EntityManager): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEEP_MILLISECONDS);
    await em.query('DELETE FROM sms_message WHERE good_until < ? LIMIT 100', [before]);
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

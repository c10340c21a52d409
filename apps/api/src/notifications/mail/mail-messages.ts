import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/clock.js';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Tx } from '../../platform/database/transactions.js';
import { MailMessageEntity, type MailFate } from './mail-message.entity.js';

export const MAIL_TOPIC = 'mail.send';

const PAGE = 50;
/** What is over is kept no longer (security.md D6). */
const KEEP_MILLISECONDS = 24 * 60 * 60 * 1000;

/** A mail in plain. */
export interface MailMessage {
  readonly purpose: string;
  readonly address: string;
  readonly subject: string;
  readonly body: string;
  readonly goodUntil: Date;
}

export interface SentMail extends MailMessage {
  readonly id: string;
  readonly sentAt: Date;
}

/** Mails: put down inside the transaction that caused them, sent after it committed. */
@Injectable()
export class MailMessages {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
  ) {}

  /** @returns the mail's id. */
  async queue({ em, emit }: Pick<Tx, 'em' | 'emit'>, mail: MailMessage): Promise<string> {
    const id = uuid();
    await this.sweep(em);
    await em.insert(MailMessageEntity, {
      id,
      purpose: mail.purpose,
      addressEnc: this.seal(id, 'address_enc', mail.address),
      addressIndex: this.addressIndex(mail.address),
      subjectEnc: this.seal(id, 'subject_enc', mail.subject),
      bodyEnc: this.seal(id, 'body_enc', mail.body),
      goodUntil: mail.goodUntil,
      createdAt: this.clock.now(),
    });
    emit(MAIL_TOPIC, { id });
    return id;
  }

  /** A mail nothing was decided about yet; null for one that is done with or deleted. */
  async waiting(id: string): Promise<MailMessage | null> {
    const row = await this.dataSource.manager.findOneBy(MailMessageEntity, {
      id,
      outcome: IsNull(),
    });
    return row && this.opened(row);
  }

  /** Decides about a mail, once. */
  async settle(id: string, outcome: MailFate, providerId: string | null): Promise<void> {
    const deliveredAt = outcome === 'SENT' ? this.clock.now() : null;
    await this.dataSource.manager.update(
      MailMessageEntity,
      { id, outcome: IsNull() },
      { outcome, providerId, deliveredAt },
    );
  }

  /** The newest 50 delivered mails, newest first; of one mailbox when it is given. */
  async newest(address: string | null): Promise<SentMail[]> {
    const rows = await this.dataSource.manager
      .createQueryBuilder(MailMessageEntity, 'mail')
      .where('mail.deliveredAt IS NOT NULL')
      .andWhere(address === null ? '1 = 1' : 'mail.addressIndex = :index', {
        index: address === null ? '' : this.addressIndex(address),
      })
      .orderBy('mail.id', 'DESC')
      .take(PAGE)
      .getMany();
    return rows.map((row) => this.opened(row));
  }

  private async sweep(em: EntityManager): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEEP_MILLISECONDS);
    await em.query('DELETE FROM mail_message WHERE good_until < ? LIMIT 100', [before]);
  }

  private opened(row: MailMessageEntity): SentMail {
    return {
      id: row.id,
      purpose: row.purpose,
      address: this.open(row.id, 'address_enc', row.addressEnc),
      subject: this.open(row.id, 'subject_enc', row.subjectEnc),
      body: this.open(row.id, 'body_enc', row.bodyEnc),
      goodUntil: row.goodUntil,
      sentAt: row.createdAt,
    };
  }

  private addressIndex(address: string): string {
    return this.cipher.blindIndex('mail.address', address.toLowerCase());
  }

  private seal(rowId: string, column: string, value: string): Buffer {
    return this.cipher.encrypt(value, { table: 'mail_message', column, rowId });
  }

  private open(rowId: string, column: string, blob: Buffer): string {
    return this.cipher.decrypt(blob, { table: 'mail_message', column, rowId });
  }
}

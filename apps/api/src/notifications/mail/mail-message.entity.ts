import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '../../platform/database/columns.js';

/** How a mail ended. */
export type MailFate = 'SENT' | 'REFUSED' | 'EXPIRED';

/** One mail; address and words are encrypted, the outbox carries only the id. */
@Entity('mail_message')
export class MailMessageEntity {
  @IdColumn()
  readonly id: string;

  @Column({ type: 'varchar', length: 48 })
  readonly purpose: string;

  @Column({ type: 'varbinary', length: 600, name: 'address_enc' })
  readonly addressEnc: Buffer;

  @Column({
    type: 'char',
    length: 64,
    charset: 'ascii',
    collation: 'ascii_bin',
    name: 'address_index',
  })
  readonly addressIndex: string;

  @Column({ type: 'blob', name: 'subject_enc' })
  readonly subjectEnc: Buffer;

  @Column({ type: 'blob', name: 'body_enc' })
  readonly bodyEnc: Buffer;

  /** Later than this it is not worth sending; it is deleted a day after. */
  @InstantColumn('good_until')
  readonly goodUntil: Date;

  /** Null while it waits. */
  @Column({ type: 'varchar', length: 16, nullable: true })
  readonly outcome: MailFate | null;

  /** Its `Message-ID`, to ask the mail server by. */
  @Column({ type: 'varchar', length: 255, name: 'provider_id', nullable: true })
  readonly providerId: string | null;

  @InstantColumn('created_at')
  readonly createdAt: Date;

  @InstantColumn('delivered_at', { nullable: true })
  readonly deliveredAt: Date | null;
}

import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '../platform/database/columns.js';

/** How a message ended. UNCERTAIN: the provider's answer got lost. */
export type SmsFate = 'SENT' | 'REFUSED' | 'UNCERTAIN' | 'EXPIRED';

/** One text message; number and words are encrypted, the outbox carries only the id. */
@Entity('sms_message')
export class SmsMessageEntity {
  @IdColumn()
  readonly id: string;

  @Column({ type: 'varchar', length: 32 })
  readonly purpose: string;

  @Column({ type: 'varbinary', length: 255, name: 'phone_enc' })
  readonly phoneEnc: Buffer;

  @Column({
    type: 'char',
    length: 64,
    charset: 'ascii',
    collation: 'ascii_bin',
    name: 'phone_index',
  })
  readonly phoneIndex: string;

  @Column({ type: 'blob', name: 'body_enc' })
  readonly bodyEnc: Buffer;

  /** JSON of what the words leave open, by name, for providers that keep the words. */
  @Column({ type: 'blob', name: 'params_enc', nullable: true })
  readonly paramsEnc: Buffer | null;

  /** Later than this it is not worth sending, e.g. a code that is over; null for ever. */
  @InstantColumn('good_until', { nullable: true })
  readonly goodUntil: Date | null;

  /** Null while it waits. */
  @Column({ type: 'varchar', length: 16, nullable: true })
  readonly outcome: SmsFate | null;

  /** The provider's own name for it, to ask them by. */
  @Column({ type: 'varchar', length: 64, name: 'provider_id', nullable: true })
  readonly providerId: string | null;

  @InstantColumn('created_at')
  readonly createdAt: Date;

  @InstantColumn('delivered_at', { nullable: true })
  readonly deliveredAt: Date | null;
}

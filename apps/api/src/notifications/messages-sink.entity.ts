import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '../platform/database/columns.js';

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

  @InstantColumn('created_at')
  readonly createdAt: Date;

  @InstantColumn('delivered_at', { nullable: true })
  readonly deliveredAt: Date | null;
}

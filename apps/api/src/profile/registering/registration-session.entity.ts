import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn } from '../../platform/database/columns.js';

const HASH = { type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' } as const;

/**
 * A registration somebody is filling in, for 24 hours. It is no account; its id becomes the
 * account's id once it is one, so that the photo taken here keeps its owner.
 */
@Entity('registration_session')
export class RegistrationSessionEntity {
  @IdColumn()
  readonly id: string;

  @Column({ ...HASH, name: 'token_index' })
  readonly tokenIndex: string;

  @Column({ type: 'varbinary', length: 255, name: 'phone_enc', nullable: true })
  readonly phoneEnc: Buffer | null;

  @Column({ ...HASH, name: 'phone_index', nullable: true })
  readonly phoneIndex: string | null;

  @InstantColumn('phone_verified_at', { nullable: true })
  readonly phoneVerifiedAt: Date | null;

  /** JSON of what was typed so far; never a password. */
  @Column({ type: 'blob', name: 'fields_enc', nullable: true })
  readonly fieldsEnc: Buffer | null;

  @RefColumn('photo_id', { nullable: true })
  readonly photoId: string | null;

  @InstantColumn('created_at')
  readonly createdAt: Date;

  @InstantColumn('expires_at')
  readonly expiresAt: Date;

  @InstantColumn('completed_at', { nullable: true })
  readonly completedAt: Date | null;
}

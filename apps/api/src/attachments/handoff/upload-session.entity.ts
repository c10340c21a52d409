import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn } from '../../platform/database/columns.js';
import type { StoredState } from './upload-session-state.js';

const HASH = { type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' } as const;
const COUNT = { type: 'smallint', unsigned: true } as const;

/**
 * One QR code: a file somebody wants to hand from a phone to one slot of one form at a desktop.
 * One code, one phone, one file. Swept a day after it ran out.
 */
@Entity('upload_session')
export class UploadSessionRow {
  @IdColumn()
  readonly id: string;

  /** Keyed hash of who sits at the desktop, see upload-owner.ts. */
  @Column({ ...HASH, name: 'owner_key' })
  readonly ownerKey: string;

  /** Who the stored file belongs to: an account or an unfinished registration. */
  @RefColumn('file_owner_id')
  readonly fileOwnerId: string;

  /** The log-in at the desktop; null for a registration, which has none. */
  @RefColumn('log_in_id', { nullable: true })
  readonly logInId: string | null;

  /** What has the slot; opaque here. */
  @RefColumn('subject_id')
  readonly subjectId: string;

  @Column({
    type: 'varchar',
    length: 64,
    charset: 'ascii',
    collation: 'ascii_bin',
    name: 'slot_code',
  })
  readonly slotCode: string;

  /** Comma-separated, as the slot allows. */
  @Column({ type: 'varchar', length: 64 })
  readonly extensions: string;

  @Column({ type: 'int', unsigned: true, name: 'max_bytes' })
  readonly maxBytes: number;

  /** JSON of `UploadAbout`. */
  @Column({ type: 'varbinary', length: 1500, name: 'about_enc' })
  readonly aboutEnc: Buffer;

  @Column({ type: 'varchar', length: 64, name: 'desktop_device' })
  readonly desktopDevice: string;

  /** Null before a phone opened the code. */
  @Column({ type: 'varchar', length: 64, name: 'phone_device', nullable: true })
  readonly phoneDevice: string | null;

  @Column({ ...HASH, name: 'token_index' })
  readonly tokenIndex: string;

  /** Null before a phone opened the code. */
  @Column({ ...HASH, name: 'cookie_index', nullable: true })
  readonly cookieIndex: string | null;

  @Column({ type: 'varchar', length: 16 })
  readonly state: StoredState;

  @Column({ type: 'tinyint', unsigned: true })
  readonly percent: number;

  @Column(COUNT)
  readonly tries: number;

  /** How often another phone came with the same code. */
  @Column({ ...COUNT, name: 'turned_away' })
  readonly turnedAway: number;

  @RefColumn('file_id', { nullable: true })
  readonly fileId: string | null;

  @Column({
    name: 'live_key',
    type: 'tinyint',
    unsigned: true,
    nullable: true,
    generatedType: 'STORED',
    asExpression: "case when `state` in ('WAITING','CONNECTED','UPLOADING','RECEIVED') then 1 end",
    insert: false,
    update: false,
    select: false,
  })
  readonly liveKey: number | null;

  @InstantColumn('created_at')
  readonly createdAt: Date;

  @InstantColumn('expires_at')
  readonly expiresAt: Date;
}

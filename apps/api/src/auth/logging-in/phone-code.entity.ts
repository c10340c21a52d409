import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn } from '../../platform/database/columns.js';

const HASH = { type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' } as const;

/** What a code opens; a code for one thing is no code for another. */
export type CodePurpose = 'REGISTRATION' | 'LOG_IN' | 'PASSWORD_RESET' | 'PHONE_CHANGE';

/** A code on its way to a phone, or one that only looks so; see `phone-codes.ts`. */
@Entity('phone_code')
export class PhoneCodeEntity {
  @IdColumn()
  readonly id: string;

  @Column({ type: 'varchar', length: 32 })
  readonly purpose: CodePurpose;

  /** Who it is about. One code a purpose and subject: a newer one replaces the older. */
  @Column({ ...HASH, name: 'subject_index' })
  readonly subjectIndex: string;

  /** The browser that asked, and alone may use it. */
  @Column({ ...HASH, name: 'holder_index' })
  readonly holderIndex: string;

  @Column({ type: 'varbinary', length: 255, name: 'phone_enc' })
  readonly phoneEnc: Buffer;

  /** The number that was stated with the phone, until it was looked up; else null. */
  @Column({ type: 'varbinary', length: 255, name: 'id_number_enc', nullable: true })
  readonly idNumberEnc: Buffer | null;

  /** Whom a stated number and phone belong to; null for nobody, and where nothing was stated. */
  @RefColumn('account_id', { nullable: true })
  readonly accountId: string | null;

  /** Keyed hash over row, phone and code; null while none was made. */
  @Column({ ...HASH, name: 'code_index', nullable: true })
  readonly codeIndex: string | null;

  @Column({ type: 'int', unsigned: true })
  readonly tries: number;

  @InstantColumn('created_at')
  readonly createdAt: Date;

  @InstantColumn('expires_at')
  readonly expiresAt: Date;

  @InstantColumn('used_at', { nullable: true })
  readonly usedAt: Date | null;
}

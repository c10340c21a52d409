import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IdType } from '@kaopu/domain';
import type { Role } from '../../platform/access/actor.js';
import {
  IdColumn,
  InstantColumn,
  RefColumn,
  RowVersionColumn,
} from '../../platform/database/columns.js';

export type AccountKind = 'CANDIDATE' | 'STAFF';

const HASH = {
  type: 'char',
  length: 64,
  charset: 'ascii',
  collation: 'ascii_bin',
  nullable: true,
} as const;

/** Somebody who can log in: candidates by ID number, staff by a name. Names and numbers are encrypted. */
@Entity('account')
export class AccountEntity {
  @IdColumn()
  readonly id: string;

  @Column({ type: 'varchar', length: 16 })
  readonly kind: AccountKind;

  @Column({ type: 'varchar', length: 16 })
  readonly status: 'ACTIVE' | 'DISABLED';

  @Column({ type: 'varchar', length: 32, name: 'id_type', nullable: true })
  readonly idType: IdType | null;

  /** ISO 3166 alpha-3, of passports only. */
  @Column({ type: 'varchar', length: 3, name: 'id_country', nullable: true })
  readonly idCountry: string | null;

  @Column({ type: 'varbinary', length: 255, name: 'id_number_enc', nullable: true })
  readonly idNumberEnc: Buffer | null;

  /** Blind index of type and number: the truth about "already registered". */
  @Column({ ...HASH, name: 'id_key_index' })
  readonly idKeyIndex: string | null;

  /** Blind index of the number alone, for a log-in that does not say its type. */
  @Column({ ...HASH, name: 'log_in_index' })
  readonly logInIndex: string | null;

  @Column({ type: 'varchar', length: 64, name: 'log_in_name', nullable: true })
  readonly logInName: string | null;

  @Column({ type: 'varbinary', length: 500, name: 'name_enc' })
  readonly nameEnc: Buffer;

  @Column({ type: 'varchar', length: 255, name: 'password_hash' })
  readonly passwordHash: string;

  @Column({ type: 'varchar', length: 16, name: 'institution_code', nullable: true })
  readonly institutionCode: string | null;

  @Column({ type: 'varchar', length: 16, name: 'authority_code', nullable: true })
  readonly authorityCode: string | null;

  @Column({ type: 'varbinary', length: 255, name: 'totp_secret_enc', nullable: true })
  readonly totpSecretEnc: Buffer | null;

  /** The 30-second step of the last code taken; that code and older ones are spent. */
  @Column({ type: 'int', unsigned: true, name: 'totp_last_step', nullable: true })
  readonly totpLastStep: number | null;

  @InstantColumn('last_log_in_at', { nullable: true })
  readonly lastLogInAt: Date | null;

  @InstantColumn('created_at')
  readonly createdAt: Date;

  @RowVersionColumn()
  readonly version: number;
}

/** What an account may do; its scope stands on the account. */
@Entity('account_role')
export class AccountRoleEntity {
  @PrimaryColumn({
    type: 'char',
    length: 36,
    charset: 'ascii',
    collation: 'ascii_bin',
    name: 'account_id',
  })
  readonly accountId: string;

  @PrimaryColumn({ type: 'varchar', length: 32 })
  readonly role: Role;
}

/** Why a session ended before its time was over. */
export type EndReason =
  'LOG_OUT' | 'LOG_OUT_OTHERS' | 'PASSWORD_CHANGED' | 'REPLACED' | 'TOKEN_REUSED';

/** A log-in on one browser; see `refresh-tokens.ts` for how its token is made. */
@Entity('session')
export class SessionEntity {
  @IdColumn()
  readonly id: string;

  @RefColumn('account_id')
  readonly accountId: string;

  @Column({
    type: 'varchar',
    length: 32,
    charset: 'ascii',
    collation: 'ascii_bin',
    name: 'token_salt',
  })
  readonly tokenSalt: string;

  /** Which refresh token is the current one; grows by one at every rotation. */
  @Column({ type: 'int', unsigned: true })
  readonly generation: number;

  @InstantColumn('rotated_at')
  readonly rotatedAt: Date;

  @InstantColumn('created_at')
  readonly createdAt: Date;

  @InstantColumn('last_used_at')
  readonly lastUsedAt: Date;

  @InstantColumn('expires_at')
  readonly expiresAt: Date;

  @InstantColumn('ended_at', { nullable: true })
  readonly endedAt: Date | null;

  @Column({ type: 'varchar', length: 16, name: 'end_reason', nullable: true })
  readonly endReason: EndReason | null;

  @InstantColumn('previous_log_in_at', { nullable: true })
  readonly previousLogInAt: Date | null;

  /** What the browser called itself; shown to the owner, decides nothing. */
  @Column({ type: 'varchar', length: 200, name: 'user_agent', nullable: true })
  readonly userAgent: string | null;
}

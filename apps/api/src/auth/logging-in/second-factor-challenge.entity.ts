import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn } from '../../platform/database/columns.js';

/** A staff log-in between password and one-time code; its token opens nothing else. */
@Entity('second_factor_challenge')
export class SecondFactorChallengeEntity {
  @IdColumn()
  readonly id: string;

  @RefColumn('account_id')
  readonly accountId: string;

  @Column({
    type: 'char',
    length: 64,
    charset: 'ascii',
    collation: 'ascii_bin',
    name: 'token_index',
  })
  readonly tokenIndex: string;

  /** A secret not yet confirmed; null when the account has its authenticator. */
  @Column({ type: 'varbinary', length: 255, name: 'totp_secret_enc', nullable: true })
  readonly totpSecretEnc: Buffer | null;

  @Column({ type: 'int', unsigned: true })
  readonly tries: number;

  @InstantColumn('expires_at')
  readonly expiresAt: Date;

  @InstantColumn('used_at', { nullable: true })
  readonly usedAt: Date | null;
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';
const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin';
const HASH = 'char(64) CHARACTER SET ascii COLLATE ascii_bin';

const STATEMENTS = [
  `CREATE TABLE account (
        id              ${ID} NOT NULL PRIMARY KEY,
        kind            varchar(16) NOT NULL,
        status          varchar(16) NOT NULL,
        id_type         varchar(32) NULL,
        id_country      varchar(3) NULL,
        id_number_enc   varbinary(255) NULL,
        id_key_index    ${HASH} NULL,
        log_in_index    ${HASH} NULL,
        log_in_name     varchar(64) NULL,
        name_enc        varbinary(500) NOT NULL,
        password_hash   varchar(255) NOT NULL,
        institution_code varchar(16) NULL,
        authority_code  varchar(16) NULL,
        totp_secret_enc varbinary(255) NULL,
        totp_last_step  int unsigned NULL,
        last_log_in_at  datetime(3) NULL,
        created_at      datetime(3) NOT NULL,
        version         int unsigned NOT NULL,
        UNIQUE KEY uq_account_id_key (id_key_index),
        UNIQUE KEY uq_account_log_in_name (log_in_name),
        KEY ix_account_log_in (log_in_index),
        CONSTRAINT ck_account_kind CHECK (
          (kind = 'CANDIDATE' AND id_type IS NOT NULL AND id_number_enc IS NOT NULL
             AND id_key_index IS NOT NULL AND log_in_index IS NOT NULL AND log_in_name IS NULL)
          OR (kind = 'STAFF' AND id_key_index IS NULL AND log_in_name IS NOT NULL))
      )`,
  `CREATE TABLE account_role (
        account_id ${ID} NOT NULL,
        role       varchar(32) NOT NULL,
        PRIMARY KEY (account_id, role),
        CONSTRAINT fk_account_role_account FOREIGN KEY (account_id) REFERENCES account (id)
      )`,
  `CREATE TABLE session (
        id               ${ID} NOT NULL PRIMARY KEY,
        account_id       ${ID} NOT NULL,
        token_salt       varchar(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        generation       int unsigned NOT NULL,
        rotated_at       datetime(3) NOT NULL,
        created_at       datetime(3) NOT NULL,
        last_used_at     datetime(3) NOT NULL,
        expires_at       datetime(3) NOT NULL,
        ended_at         datetime(3) NULL,
        end_reason       varchar(16) NULL,
        previous_log_in_at datetime(3) NULL,
        KEY ix_session_account (account_id, ended_at, created_at),
        KEY ix_session_expiry (expires_at),
        CONSTRAINT fk_session_account FOREIGN KEY (account_id) REFERENCES account (id)
      )`,
  `CREATE TABLE second_factor_challenge (
        id              ${ID} NOT NULL PRIMARY KEY,
        account_id      ${ID} NOT NULL,
        token_index     ${HASH} NOT NULL,
        totp_secret_enc varbinary(255) NULL,
        tries           int unsigned NOT NULL,
        expires_at      datetime(3) NOT NULL,
        used_at         datetime(3) NULL,
        UNIQUE KEY uq_second_factor_token (token_index),
        KEY ix_second_factor_account (account_id),
        KEY ix_second_factor_expiry (expires_at),
        CONSTRAINT fk_second_factor_account FOREIGN KEY (account_id) REFERENCES account (id)
      )`,
  `CREATE TABLE log_in_throttle (
        subject    ${HASH} NOT NULL PRIMARY KEY,
        failures   int unsigned NOT NULL,
        next_at    datetime(3) NOT NULL,
        updated_at datetime(3) NOT NULL,
        KEY ix_log_in_throttle_age (updated_at)
      )`,
  `CREATE TABLE captcha (
        id           ${ID} NOT NULL PRIMARY KEY,
        answer_index ${HASH} NOT NULL,
        expires_at   datetime(3) NOT NULL,
        used_at      datetime(3) NULL,
        KEY ix_captcha_expiry (expires_at)
      )`,
  `CREATE TABLE proof_of_work_use (
        challenge_index ${HASH} NOT NULL PRIMARY KEY,
        expires_at      datetime(3) NOT NULL,
        KEY ix_proof_of_work_expiry (expires_at)
      )`,
];

/** Accounts, their sessions, and what keeps machines from guessing. */
export class CreateAccounts1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of STATEMENTS) await runner.query(`${sql} ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'proof_of_work_use',
      'captcha',
      'log_in_throttle',
      'second_factor_challenge',
      'session',
      'account_role',
      'account',
    ]) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin';
const HASH = 'char(64) CHARACTER SET ascii COLLATE ascii_bin';

/** One place for codes sent to phones, whatever they are for; registrations kept theirs apart before. */
export class CreatePhoneCodes1764230000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE phone_code (
        id            ${ID} NOT NULL PRIMARY KEY,
        purpose       varchar(32) NOT NULL,
        subject_index ${HASH} NOT NULL,
        holder_index  ${HASH} NOT NULL,
        phone_enc     varbinary(255) NOT NULL,
        id_number_enc varbinary(255) NULL,
        account_id    ${ID} NULL,
        code_index    ${HASH} NULL,
        tries         int unsigned NOT NULL,
        created_at    datetime(3) NOT NULL,
        expires_at    datetime(3) NOT NULL,
        used_at       datetime(3) NULL,
        UNIQUE KEY uq_phone_code_subject (purpose, subject_index),
        UNIQUE KEY uq_phone_code_holder (purpose, holder_index),
        KEY ix_phone_code_expiry (expires_at)
      ) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
    for (const column of ['code_index', 'code_expires_at', 'code_tries']) {
      await runner.query(`ALTER TABLE registration_session DROP COLUMN ${column}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE registration_session
      ADD COLUMN code_index ${HASH} NULL AFTER phone_verified_at,
      ADD COLUMN code_expires_at datetime(3) NULL AFTER code_index,
      ADD COLUMN code_tries int unsigned NOT NULL DEFAULT 0 AFTER code_expires_at`);
    await runner.query('DROP TABLE phone_code');
  }
}

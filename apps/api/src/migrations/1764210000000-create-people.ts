import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';
const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin';
const HASH = 'char(64) CHARACTER SET ascii COLLATE ascii_bin';

const STATEMENTS = [
  `CREATE TABLE person (
        id                   ${ID} NOT NULL PRIMARY KEY,
        birth_date_enc       varbinary(255) NOT NULL,
        sex                  varchar(8) NOT NULL,
        phone_enc            varbinary(255) NOT NULL,
        phone_index          ${HASH} NOT NULL,
        email_enc            varbinary(600) NULL,
        education            varchar(32) NOT NULL,
        degree               varchar(32) NULL,
        school               varchar(100) NOT NULL,
        graduation_date      date NOT NULL,
        major_type           varchar(16) NOT NULL,
        major                varchar(100) NOT NULL,
        major_catalogue      varchar(8) NULL,
        major_code           varchar(40) NULL,
        title                varchar(32) NULL,
        employer_enc         varbinary(600) NOT NULL,
        employer_type        varchar(32) NULL,
        employer_address_enc varbinary(1000) NULL,
        division_code        varchar(6) NOT NULL,
        postal_address_enc   varbinary(1000) NOT NULL,
        postcode             varchar(6) NULL,
        work_years           int unsigned NOT NULL,
        photo_id             ${ID} NULL,
        created_at           datetime(3) NOT NULL,
        updated_at           datetime(3) NOT NULL,
        version              int unsigned NOT NULL,
        KEY ix_person_phone (phone_index),
        CONSTRAINT fk_person_account FOREIGN KEY (id) REFERENCES account (id)
      )`,
  `CREATE TABLE consent (
        id             ${ID} NOT NULL PRIMARY KEY,
        account_id     ${ID} NOT NULL,
        purpose        varchar(32) NOT NULL,
        notice_version varchar(32) NOT NULL,
        given_at       datetime(3) NOT NULL,
        KEY ix_consent_account (account_id, purpose, given_at),
        CONSTRAINT fk_consent_account FOREIGN KEY (account_id) REFERENCES account (id)
      )`,
  `CREATE TABLE registration_session (
        id                ${ID} NOT NULL PRIMARY KEY,
        token_index       ${HASH} NOT NULL,
        phone_enc         varbinary(255) NULL,
        phone_index       ${HASH} NULL,
        phone_verified_at datetime(3) NULL,
        code_index        ${HASH} NULL,
        code_expires_at   datetime(3) NULL,
        code_tries        int unsigned NOT NULL,
        fields_enc        blob NULL,
        photo_id          ${ID} NULL,
        created_at        datetime(3) NOT NULL,
        expires_at        datetime(3) NOT NULL,
        completed_at      datetime(3) NULL,
        UNIQUE KEY uq_registration_session_token (token_index),
        KEY ix_registration_session_expiry (expires_at)
      )`,
  `CREATE TABLE registration_probe (
        bucket     varchar(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        id_index   ${HASH} NOT NULL,
        tried_at   datetime(3) NOT NULL,
        PRIMARY KEY (bucket, id_index),
        KEY ix_registration_probe_age (tried_at)
      )`,
];

/** The candidate's person record, consents, and registrations that are not accounts yet. */
export class CreatePeople1764210000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of STATEMENTS) await runner.query(`${sql} ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['registration_probe', 'registration_session', 'consent', 'person']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const HASH = 'char(64) CHARACTER SET ascii COLLATE ascii_bin';

/** Uploads by phone (扫码拍照上传, manual ch. 1): at most one open session a slot and owner. */
export class CreateUploadSessions1764310000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE upload_session (
        id             char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        owner_key      ${HASH} NOT NULL,
        file_owner_id  char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        log_in_id      char(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        subject_id     char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        slot_code      varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        extensions     varchar(64) NOT NULL,
        max_bytes      int unsigned NOT NULL,
        about_enc      varbinary(1500) NOT NULL,
        desktop_device varchar(64) NOT NULL,
        phone_device   varchar(64) NULL,
        token_index    ${HASH} NOT NULL,
        cookie_index   ${HASH} NULL,
        state          varchar(16) NOT NULL,
        percent        tinyint unsigned NOT NULL,
        tries          smallint unsigned NOT NULL,
        turned_away    smallint unsigned NOT NULL,
        file_id        char(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        live_key       tinyint unsigned GENERATED ALWAYS AS (CASE WHEN state IN ('WAITING','CONNECTED','UPLOADING','RECEIVED') THEN 1 END) STORED,
        created_at     datetime(3) NOT NULL,
        expires_at     datetime(3) NOT NULL,
        UNIQUE KEY uq_upload_session_token (token_index),
        UNIQUE KEY uq_upload_session_cookie (cookie_index),
        UNIQUE KEY uq_upload_session_live (owner_key, subject_id, slot_code, live_key),
        KEY ix_upload_session_expiry (expires_at)
      ) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE upload_session');
  }
}

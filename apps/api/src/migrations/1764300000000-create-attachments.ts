import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stored files and the slots they are put into. */
export class CreateAttachments1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stored_file (
        id                char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        purpose           varchar(16) NOT NULL,
        owner_id          varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        sha256            char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        byte_size         int unsigned NOT NULL,
        mime              varchar(64) NOT NULL,
        page_count        smallint unsigned NULL,
        width             int unsigned NULL,
        height            int unsigned NULL,
        original_name_enc varbinary(600) NOT NULL,
        state             varchar(16) NOT NULL,
        whole_picture_id  char(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        findings          json NULL,
        perceptual_hash   char(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
        created_at        datetime(3) NOT NULL,
        kept_at           datetime(3) NULL,
        KEY ix_stored_file_owner (owner_id, created_at, byte_size),
        KEY ix_stored_file_state (state, created_at),
        KEY ix_stored_file_kept (kept_at, purpose, created_at)
      ) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
    await runner.query(`
      CREATE TABLE attachment (
        id         char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        subject_id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        slot_code  varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        file_id    char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        version_no int unsigned NOT NULL,
        live_key   tinyint unsigned GENERATED ALWAYS AS (CASE WHEN removed_at IS NULL THEN 1 END) STORED,
        created_at datetime(3) NOT NULL,
        created_by varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        removed_at datetime(3) NULL,
        UNIQUE KEY uq_attachment_live (subject_id, slot_code, live_key),
        UNIQUE KEY uq_attachment_version (subject_id, slot_code, version_no),
        KEY ix_attachment_file (file_id),
        CONSTRAINT fk_attachment_file FOREIGN KEY (file_id) REFERENCES stored_file (id)
      ) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attachment');
    await runner.query('DROP TABLE stored_file');
  }
}

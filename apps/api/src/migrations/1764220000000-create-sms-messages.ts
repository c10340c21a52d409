import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Text messages on their way out; the outbox carries only their ids. */
export class CreateSmsMessages1764220000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sms_message (
        id           char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        purpose      varchar(32) NOT NULL,
        phone_enc    varbinary(255) NOT NULL,
        phone_index  char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        body_enc     blob NOT NULL,
        created_at   datetime(3) NOT NULL,
        delivered_at datetime(3) NULL,
        KEY ix_sms_message_phone (phone_index, created_at),
        KEY ix_sms_message_age (created_at)
      ) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sms_message');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin';

/** The inbox: what was told to whom, kept as a template and its parameters. */
export class CreateInbox1764600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE inbox_message (
        id             ${ID} NOT NULL PRIMARY KEY,
        account_id     ${ID} NOT NULL,
        template       varchar(40) NOT NULL,
        params         json NOT NULL,
        application_id ${ID} NULL,
        created_at     datetime(3) NOT NULL,
        read_at        datetime(3) NULL,
        KEY ix_inbox_message_account (account_id, created_at, id),
        KEY ix_inbox_message_unread (account_id, read_at)
      ) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE inbox_message');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What providers need beside the words, until when a message is worth sending, and how it ended. */
export class ExtendSmsMessages1764240000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE sms_message
      ADD COLUMN params_enc blob NULL AFTER body_enc,
      ADD COLUMN good_until datetime(3) NULL AFTER params_enc,
      ADD COLUMN outcome varchar(16) NULL AFTER good_until,
      ADD COLUMN provider_id varchar(64) NULL AFTER outcome,
      ADD KEY ix_sms_message_good_until (good_until)`);
    await runner.query("UPDATE sms_message SET outcome = 'SENT' WHERE delivered_at IS NOT NULL");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE sms_message
      DROP KEY ix_sms_message_good_until,
      DROP COLUMN params_enc, DROP COLUMN good_until, DROP COLUMN outcome, DROP COLUMN provider_id`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes people wait for in a lane of their own, which the other lane's locks never touch. */
export class AddOutboxLanes1764010000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outbox
        ADD COLUMN lane varchar(8) NOT NULL DEFAULT 'REST' AFTER topic,
        DROP KEY ix_outbox_due,
        ADD KEY ix_outbox_due (lane, delivered_at, available_at, id)`);
    await runner.query(
      "UPDATE outbox SET lane = 'CODES' WHERE topic IN ('sms.send', 'phoneCode.answer') AND delivered_at IS NULL",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outbox
        DROP KEY ix_outbox_due,
        DROP COLUMN lane,
        ADD KEY ix_outbox_due (delivered_at, available_at, id)`);
  }
}

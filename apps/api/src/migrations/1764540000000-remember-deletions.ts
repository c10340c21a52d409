import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a case was deleted and where it stood, so that staff can undo it for some days (manual ch. 10). */
export class RememberDeletions1764540000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE application
        ADD COLUMN deleted_at datetime(3) NULL AFTER submitted_at,
        ADD COLUMN deleted_from varchar(24) NULL AFTER deleted_at,
        ADD KEY ix_application_deleted (institution_code, deleted_at, id)`);
    await runner.query(`
      UPDATE application a
      JOIN application_action x ON x.application_id = a.id AND x.action = 'DELETE'
      SET a.deleted_at = x.at, a.deleted_from = x.from_status
      WHERE a.status = 'DELETED'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE application
        DROP KEY ix_application_deleted,
        DROP COLUMN deleted_from,
        DROP COLUMN deleted_at`);
  }
}

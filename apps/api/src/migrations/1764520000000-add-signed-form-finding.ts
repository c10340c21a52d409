import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the QR code on the signed form said (goal N5); null without a form. */
export class AddSignedFormFinding1764520000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE application ADD COLUMN signed_finding varchar(16) NULL AFTER signed_data_version',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE application DROP COLUMN signed_finding');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sender's word to staff about a photo; findings now answer every check, so older ones go. */
export class AddFileNotes1764320000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE stored_file ADD COLUMN note_enc varbinary(1200) NULL AFTER whole_picture_id',
    );
    await runner.query('UPDATE stored_file SET findings = NULL WHERE findings IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE stored_file DROP COLUMN note_enc');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an office wrote to the person in its own words, sealed: templates and parameters hold no personal data. */
export class AddNoticeDetails1764620000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE inbox_message ADD COLUMN details_enc blob NULL AFTER params');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE inbox_message DROP COLUMN details_enc');
  }
}

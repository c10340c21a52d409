import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A renewed certificate keeps its first issue date, also where the old one is not in our register. */
export class AddFirstIssueDate1764420000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE issue_line ADD COLUMN first_issue_date date NULL AFTER exam_passed_on',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE issue_line DROP COLUMN first_issue_date');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who planned a value of a rule; null for those that come with the product. */
export class RememberRulePlanners1764120000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE rule_parameter ADD COLUMN planned_by char(36) CHARACTER SET ascii COLLATE ascii_bin NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rule_parameter DROP COLUMN planned_by');
  }
}

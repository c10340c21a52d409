import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPEN = 'outcome IS NULL AND decided_by IS NULL AND decided_at IS NULL';
const DECIDED =
  "outcome IN ('APPROVED', 'REJECTED', 'WITHDRAWN') AND decided_by IS NOT NULL AND decided_at IS NOT NULL";
const LAPSED = "outcome = 'LAPSED' AND decided_by IS NULL AND decided_at IS NOT NULL";

/**
 * Lets a proposal whose certificate was replaced lapse, decided by nobody (docs/adr/0017); those that
 * wait in vain already do so as of that day.
 */
export class LetProposalsLapse1764450000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.check(runner, [OPEN, DECIDED, LAPSED]);
    await runner.query(`
      UPDATE standing_change s JOIN certificate c ON c.id = s.certificate_id
      SET s.outcome = 'LAPSED', s.version = s.version + 1,
          s.decided_at = (SELECT MAX(t.at) FROM certificate_status t WHERE t.certificate_id = c.id)
      WHERE s.outcome IS NULL AND c.status = 'SUPERSEDED'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.check(runner, [OPEN, DECIDED]);
  }

  private async check(runner: QueryRunner, states: readonly string[]): Promise<void> {
    // One statement, so that a crash leaves the old check or the new one.
    await runner.query(`
      ALTER TABLE standing_change
        DROP CONSTRAINT ck_standing_change_closed,
        ADD CONSTRAINT ck_standing_change_closed
        CHECK (${states.map((state) => `(${state})`).join(' OR ')})`);
  }
}

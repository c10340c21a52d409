import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A number is written once and never rewritten: the ledger is evidence (goals N11). */
export class GuardNumberLedger1764410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE number_ledger
        ADD COLUMN issued_number varchar(40) GENERATED ALWAYS AS (if(state = 'ISSUED', number, null)) STORED`);
    await runner.query(
      'ALTER TABLE number_ledger ADD UNIQUE KEY uq_number_ledger_issued (issued_number)',
    );
    for (const verb of ['UPDATE', 'DELETE']) {
      await runner.query(`
        CREATE TRIGGER number_ledger_no_${verb.toLowerCase()} BEFORE ${verb} ON number_ledger FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'number_ledger is append-only'`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const verb of ['update', 'delete']) {
      await runner.query(`DROP TRIGGER number_ledger_no_${verb}`);
    }
    await runner.query('ALTER TABLE number_ledger DROP KEY uq_number_ledger_issued');
    await runner.query('ALTER TABLE number_ledger DROP COLUMN issued_number');
  }
}

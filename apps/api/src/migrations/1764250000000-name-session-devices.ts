import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a browser called itself when its session began, to tell one's own log-ins apart. */
export class NameSessionDevices1764250000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session ADD COLUMN user_agent varchar(200) NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session DROP COLUMN user_agent');
  }
}

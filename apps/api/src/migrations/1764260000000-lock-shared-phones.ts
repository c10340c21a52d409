import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row per phone anybody asked to use: whoever counts its accounts holds the row until they are done. */
export class LockSharedPhones1764260000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE shared_phone (
        phone_index char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY
      ) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE shared_phone');
  }
}

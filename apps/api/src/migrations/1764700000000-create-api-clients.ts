import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin';

/** Other systems that may ask us; of their secret only its hash. */
export class CreateApiClients1764700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_client (
        id           ${ID} NOT NULL PRIMARY KEY,
        name         varchar(80) NOT NULL,
        client_id    varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        secret_hash  char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        scopes       json NOT NULL,
        created_by   ${ID} NOT NULL,
        created_at   datetime(3) NOT NULL,
        expires_at   datetime(3) NOT NULL,
        revoked_at   datetime(3) NULL,
        last_used_at datetime(3) NULL,
        UNIQUE KEY uq_api_client_client_id (client_id)
      ) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE api_client');
  }
}

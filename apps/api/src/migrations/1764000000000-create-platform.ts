import type { MigrationInterface, QueryRunner } from 'typeorm';

const APPEND_ONLY = ['audit_log'] as const;

/** Idempotency keys, outbox, counters and the append-only audit log. */
export class CreatePlatform1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency (
        actor_id        varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        operation       varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        idempotency_key varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        request_hash    char(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        subject_id      varchar(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
        created_at      datetime(3) NOT NULL,
        PRIMARY KEY (actor_id, operation, idempotency_key),
        KEY ix_idempotency_age (created_at)
      ) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
    await runner.query(`
      CREATE TABLE outbox (
        id            char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        topic         varchar(64) NOT NULL,
        payload       json NOT NULL,
        created_at    datetime(3) NOT NULL,
        available_at  datetime(3) NOT NULL,
        attempts      int unsigned NOT NULL,
        delivered_at  datetime(3) NULL,
        last_error    varchar(500) NULL,
        KEY ix_outbox_due (delivered_at, available_at, id)
      ) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
    await runner.query(`
      CREATE TABLE audit_log (
        id          char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        at          datetime(3) NOT NULL,
        actor_kind  varchar(16) NOT NULL,
        actor_id    varchar(64) NOT NULL,
        session_id  varchar(64) NULL,
        operation   varchar(64) NOT NULL,
        subject_id  varchar(64) NOT NULL,
        details     json NOT NULL,
        request_id  varchar(64) NOT NULL,
        ip          varchar(64) NOT NULL,
        user_agent  varchar(200) NOT NULL,
        KEY ix_audit_subject (subject_id, at, id),
        KEY ix_audit_actor (actor_id, at, id)
      ) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
    await runner.query(`
      CREATE TABLE rate_limit (
        limit_key    varchar(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        window_start int unsigned NOT NULL,
        used         int unsigned NOT NULL,
        expires_at   int unsigned NOT NULL,
        PRIMARY KEY (limit_key, window_start),
        KEY ix_rate_limit_expiry (expires_at)
      ) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
    for (const table of APPEND_ONLY) {
      for (const verb of ['UPDATE', 'DELETE']) {
        await runner.query(`
          CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table} FOR EACH ROW
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${table} is append-only'`);
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rate_limit');
    await runner.query('DROP TABLE audit_log');
    await runner.query('DROP TABLE outbox');
    await runner.query('DROP TABLE idempotency');
  }
}

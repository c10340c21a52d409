import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin';

/** What a proposal says, which nothing may change afterwards. */
const PROPOSED = [
  'id',
  'certificate_id',
  'authority_code',
  'action',
  'from_status',
  'to_status',
  'reason_enc',
  'proposed_by',
  'proposed_at',
];

/**
 * Proposals to suspend, reinstate, revoke or cancel certificates, and what became of them. The database
 * itself keeps one open proposal a certificate, four eyes, and what was once said (docs/adr/0017).
 */
export class CreateStandingChanges1764440000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE standing_change (
        id                  ${ID} NOT NULL PRIMARY KEY,
        certificate_id      ${ID} NOT NULL,
        authority_code      varchar(16) NOT NULL,
        action              varchar(16) NOT NULL,
        from_status         varchar(16) NOT NULL,
        to_status           varchar(16) NOT NULL,
        reason_enc          blob NOT NULL,
        proposed_by         ${ID} NOT NULL,
        proposed_at         datetime(3) NOT NULL,
        outcome             varchar(16) NULL,
        live_key            tinyint unsigned GENERATED ALWAYS AS (if(outcome is null, 1, null)) STORED,
        decision_reason_enc blob NULL,
        decided_by          ${ID} NULL,
        decided_at          datetime(3) NULL,
        version             int unsigned NOT NULL,
        UNIQUE KEY uq_standing_change_open (certificate_id, live_key),
        KEY ix_standing_change_certificate (certificate_id, proposed_at, id),
        KEY ix_standing_change_waiting (outcome, authority_code, proposed_at, id),
        CONSTRAINT fk_standing_change_certificate FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
        CONSTRAINT fk_standing_change_authority FOREIGN KEY (authority_code) REFERENCES authority (code) ON DELETE RESTRICT ON UPDATE RESTRICT,
        CONSTRAINT fk_standing_change_proposer FOREIGN KEY (proposed_by) REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
        CONSTRAINT fk_standing_change_decider FOREIGN KEY (decided_by) REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
        CONSTRAINT ck_standing_change_status CHECK (from_status <> to_status),
        CONSTRAINT ck_standing_change_closed CHECK (
          (outcome IS NULL AND decided_by IS NULL AND decided_at IS NULL) OR
          (outcome IN ('APPROVED', 'REJECTED', 'WITHDRAWN') AND decided_by IS NOT NULL AND decided_at IS NOT NULL)),
        CONSTRAINT ck_standing_change_four_eyes CHECK (
          outcome IS NULL OR (outcome = 'WITHDRAWN') = (decided_by = proposed_by))
      ) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
    await runner.query(`
      CREATE TRIGGER standing_change_closed_once BEFORE UPDATE ON standing_change FOR EACH ROW
      IF OLD.outcome IS NOT NULL OR NEW.outcome IS NULL OR NOT (${PROPOSED.map((column) => `NEW.${column} <=> OLD.${column}`).join(' AND ')}) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'standing_change is append-only: a proposal is closed once';
      END IF`);
    await runner.query(`
      CREATE TRIGGER standing_change_no_delete BEFORE DELETE ON standing_change FOR EACH ROW
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'standing_change is append-only'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE standing_change');
  }
}

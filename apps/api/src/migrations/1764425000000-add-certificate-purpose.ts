import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin';

/** Why a print was issued, and which one an issue line replaces (补发, 信息变更). */
export class AddCertificatePurpose1764425000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['certificate', 'issue_line']) {
      await runner.query(
        `ALTER TABLE ${table} ADD COLUMN purpose varchar(16) NOT NULL DEFAULT 'ISSUE'`,
      );
      await runner.query(`ALTER TABLE ${table} ALTER COLUMN purpose DROP DEFAULT`);
    }
    await runner.query(`
      ALTER TABLE issue_line
        ADD COLUMN replaces_id ${ID} NULL,
        ADD COLUMN first_issue_dates json NULL,
        ADD CONSTRAINT fk_issue_line_replaces FOREIGN KEY (replaces_id) REFERENCES certificate (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
        ADD CONSTRAINT ck_issue_line_purpose CHECK (
          (purpose = 'ISSUE' AND replaces_id IS NULL) OR (purpose IN ('REISSUE', 'CHANGE') AND replaces_id IS NOT NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE issue_line DROP CONSTRAINT ck_issue_line_purpose, DROP FOREIGN KEY fk_issue_line_replaces,
        DROP COLUMN first_issue_dates, DROP COLUMN replaces_id, DROP COLUMN purpose`);
    await runner.query('ALTER TABLE certificate DROP COLUMN purpose');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin';
const HASH = 'char(64) CHARACTER SET ascii COLLATE ascii_bin';
const TABLE = 'DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';

/** Issue batches and their lines, the number ledger, the register of certificates and its history. */
export class CreateCertificates1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createIssuance(runner);
    await this.createNumbers(runner);
    await this.createRegister(runner);
    for (const verb of ['UPDATE', 'DELETE']) {
      await runner.query(`
        CREATE TRIGGER certificate_status_no_${verb.toLowerCase()} BEFORE ${verb} ON certificate_status FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'certificate_status is append-only'`);
    }
  }

  private async createIssuance(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE issue_batch (
        id               ${ID} NOT NULL PRIMARY KEY,
        number           varchar(40) NOT NULL,
        institution_code varchar(16) NOT NULL,
        authority_code   varchar(16) NOT NULL,
        forwarded_by     varchar(64) NOT NULL,
        created_at       datetime(3) NOT NULL,
        UNIQUE KEY uq_issue_batch_number (number),
        KEY ix_issue_batch_authority (authority_code, created_at, id),
        KEY ix_issue_batch_institution (institution_code, created_at, id),
        CONSTRAINT fk_issue_batch_institution FOREIGN KEY (institution_code) REFERENCES institution (code) ON DELETE RESTRICT ON UPDATE RESTRICT,
        CONSTRAINT fk_issue_batch_authority FOREIGN KEY (authority_code) REFERENCES authority (code) ON DELETE RESTRICT ON UPDATE RESTRICT
      ) ${TABLE}`);
    await runner.query(`
      CREATE TABLE issue_line (
        id                ${ID} NOT NULL PRIMARY KEY,
        batch_id          ${ID} NOT NULL,
        source            varchar(80) NOT NULL,
        live_source       varchar(80) GENERATED ALWAYS AS (if(status in ('PENDING','APPROVED'), source, null)) STORED,
        holder_account_id ${ID} NOT NULL,
        holder_enc        blob NOT NULL,
        item_code         varchar(24) NOT NULL,
        exam_passed_on    date NULL,
        evidence_enc      mediumblob NOT NULL,
        photo_file_id     ${ID} NULL,
        took_part         json NOT NULL,
        status            varchar(16) NOT NULL,
        reason            varchar(500) NULL,
        decided_by        ${ID} NULL,
        decided_at        datetime(3) NULL,
        certificate_id    ${ID} NULL,
        version           int unsigned NOT NULL,
        UNIQUE KEY uq_issue_line_live (live_source),
        KEY ix_issue_line_batch (batch_id, id),
        CONSTRAINT fk_issue_line_batch FOREIGN KEY (batch_id) REFERENCES issue_batch (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
        CONSTRAINT fk_issue_line_holder FOREIGN KEY (holder_account_id) REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT
      ) ${TABLE}`);
  }

  private async createNumbers(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE number_counter (
        series varchar(40) NOT NULL,
        year   smallint unsigned NOT NULL,
        last   int unsigned NOT NULL,
        PRIMARY KEY (series, year)
      ) ${TABLE}`);
    await runner.query(`
      CREATE TABLE number_ledger (
        series         varchar(40) NOT NULL,
        year           smallint unsigned NOT NULL,
        sequence       int unsigned NOT NULL,
        number         varchar(40) NOT NULL,
        state          varchar(16) NOT NULL,
        reason         varchar(200) NULL,
        certificate_id ${ID} NULL,
        at             datetime(3) NOT NULL,
        PRIMARY KEY (series, year, sequence),
        KEY ix_number_ledger_certificate (certificate_id),
        CONSTRAINT ck_number_ledger_state CHECK (
          (state = 'ISSUED' AND certificate_id IS NOT NULL) OR (state IN ('VOID', 'RESERVED') AND reason IS NOT NULL))
      ) ${TABLE}`);
  }

  private async createRegister(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE certificate (
        id                ${ID} NOT NULL PRIMARY KEY,
        certificate_no    varchar(40) NOT NULL,
        verify_code       varchar(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        source            varchar(80) NULL,
        holder_account_id ${ID} NULL,
        holder_enc        blob NOT NULL,
        holder_name_index ${HASH} NOT NULL,
        authority_code    varchar(16) NOT NULL,
        institution_code  varchar(16) NULL,
        photo_file_id     ${ID} NULL,
        status            varchar(16) NOT NULL,
        issued_at         datetime(3) NOT NULL,
        pdf_file_id       ${ID} NULL,
        pdf_hash          ${HASH} NULL,
        printed_at        datetime(3) NULL,
        delivered_at      datetime(3) NULL,
        tracking_no       varchar(40) NULL,
        superseded_by     ${ID} NULL,
        version           int unsigned NOT NULL,
        UNIQUE KEY uq_certificate_no (certificate_no),
        UNIQUE KEY uq_certificate_verify_code (verify_code),
        KEY ix_certificate_holder (holder_account_id, issued_at, id),
        KEY ix_certificate_desk (authority_code, issued_at, id),
        KEY ix_certificate_source (source),
        CONSTRAINT fk_certificate_holder FOREIGN KEY (holder_account_id) REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
        CONSTRAINT fk_certificate_authority FOREIGN KEY (authority_code) REFERENCES authority (code) ON DELETE RESTRICT ON UPDATE RESTRICT,
        CONSTRAINT fk_certificate_superseded_by FOREIGN KEY (superseded_by) REFERENCES certificate (id) ON DELETE RESTRICT ON UPDATE RESTRICT
      ) ${TABLE}`);
    await runner.query(`
      CREATE TABLE certificate_item (
        certificate_id   ${ID} NOT NULL,
        item_code        varchar(24) NOT NULL,
        first_issue_date date NOT NULL,
        approval_date    date NOT NULL,
        valid_from       date NOT NULL,
        valid_to         date NOT NULL,
        restriction      varchar(200) NULL,
        PRIMARY KEY (certificate_id, item_code),
        CONSTRAINT fk_certificate_item_certificate FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
        CONSTRAINT ck_certificate_item_dates CHECK (first_issue_date <= valid_from AND valid_from <= valid_to)
      ) ${TABLE}`);
    await runner.query(`
      CREATE TABLE certificate_status (
        id             ${ID} NOT NULL PRIMARY KEY,
        certificate_id ${ID} NOT NULL,
        from_status    varchar(16) NULL,
        to_status      varchar(16) NOT NULL,
        reason         varchar(500) NULL,
        actor_id       varchar(64) NOT NULL,
        at             datetime(3) NOT NULL,
        KEY ix_certificate_status (certificate_id, at, id),
        CONSTRAINT fk_certificate_status_certificate FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE RESTRICT ON UPDATE RESTRICT
      ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'certificate_status',
      'certificate_item',
      'certificate',
      'number_ledger',
      'number_counter',
      'issue_line',
      'issue_batch',
    ]) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

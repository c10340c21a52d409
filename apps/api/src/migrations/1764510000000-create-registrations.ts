import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin';
const HASH = 'char(64) CHARACTER SET ascii COLLATE ascii_bin';
const TABLE = 'DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';

/** Applications (申请), their action log, verdicts and marks. */
export class CreateRegistrations1764510000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application (
        id                    ${ID} NOT NULL PRIMARY KEY,
        number                varchar(16) NULL,
        type                  varchar(40) NOT NULL,
        declaration_version   int unsigned NOT NULL,
        rule_date             date NULL,
        account_id            ${ID} NOT NULL,
        item_code             varchar(24) NOT NULL,
        plan_id               ${ID} NULL,
        seat_plan_id          ${ID} NULL,
        institution_code      varchar(16) NULL,
        authority_code        varchar(16) NULL,
        status                varchar(24) NOT NULL,
        answers_enc           mediumblob NOT NULL,
        submitted_answers_enc mediumblob NULL,
        person_enc            mediumblob NULL,
        data_version          int unsigned NOT NULL,
        content_hash          ${HASH} NULL,
        signed_data_version   int unsigned NULL,
        reviewer_id           ${ID} NULL,
        return_due_at         datetime(3) NULL,
        passed_on             date NULL,
        submitted_at          datetime(3) NULL,
        created_at            datetime(3) NOT NULL,
        updated_at            datetime(3) NOT NULL,
        version               int unsigned NOT NULL,
        live_key              tinyint unsigned AS (if(status in ('WITHDRAWN','DELETED','EXPIRED','REJECTED','FAILED','ABSENT','VOID','DELIVERED'), null, 1)) STORED,
        CONSTRAINT fk_application_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
        CONSTRAINT fk_application_plan FOREIGN KEY (plan_id) REFERENCES exam_plan (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
        UNIQUE KEY uq_application_number (number),
        UNIQUE KEY uq_application_live (account_id, item_code, live_key),
        KEY ix_application_owner (account_id, created_at, id),
        KEY ix_application_desk (institution_code, status, submitted_at, id),
        KEY ix_application_plan (plan_id, status, submitted_at, id)
      ) ${TABLE}`);
    await runner.query(`
      CREATE TABLE application_action (
        id             ${ID} NOT NULL PRIMARY KEY,
        application_id ${ID} NOT NULL,
        actor_id       varchar(64) NOT NULL,
        actor_role     varchar(24) NULL,
        action         varchar(24) NOT NULL,
        from_status    varchar(24) NULL,
        to_status      varchar(24) NULL,
        reason         varchar(500) NULL,
        request_id     varchar(64) NOT NULL,
        ip             varchar(64) NOT NULL,
        at             datetime(3) NOT NULL,
        CONSTRAINT fk_application_action FOREIGN KEY (application_id) REFERENCES application (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
        KEY ix_application_action (application_id, at, id)
      ) ${TABLE}`);
    for (const verb of ['UPDATE', 'DELETE']) {
      await runner.query(`
        CREATE TRIGGER application_action_no_${verb.toLowerCase()} BEFORE ${verb} ON application_action FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'application_action is append-only'`);
    }
    await runner.query(`
      CREATE TABLE verdict (
        application_id ${ID} NOT NULL,
        target_kind    varchar(8)  NOT NULL,
        target         varchar(40) NOT NULL,
        ok             tinyint(1)  NOT NULL,
        reason_code    varchar(40) NULL,
        note           varchar(500) NULL,
        content_hash   ${HASH} NOT NULL,
        reviewer_id    ${ID} NOT NULL,
        at             datetime(3) NOT NULL,
        PRIMARY KEY (application_id, target_kind, target),
        CONSTRAINT fk_verdict_application FOREIGN KEY (application_id) REFERENCES application (id) ON DELETE RESTRICT ON UPDATE RESTRICT
      ) ${TABLE}`);
    await runner.query(`
      CREATE TABLE subject_mark (
        application_id ${ID} NOT NULL,
        subject_code   varchar(8) NOT NULL,
        outcome        varchar(8) NOT NULL,
        score          decimal(5,1) NULL,
        entered_by     ${ID} NOT NULL,
        entered_at     datetime(3) NOT NULL,
        published_by   ${ID} NULL,
        published_at   datetime(3) NULL,
        PRIMARY KEY (application_id, subject_code),
        CONSTRAINT fk_subject_mark_application FOREIGN KEY (application_id) REFERENCES application (id) ON DELETE RESTRICT ON UPDATE RESTRICT
      ) ${TABLE}`);
    await runner.query(`
      CREATE TABLE application_counter (
        month char(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        last_number int unsigned NOT NULL
      ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [
      'application_counter',
      'subject_mark',
      'verdict',
      'application_action',
      'application',
    ]) {
      await runner.query(`DROP TABLE ${name}`);
    }
  }
}

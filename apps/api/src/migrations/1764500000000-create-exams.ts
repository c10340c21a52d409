import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin';
const TABLE = 'DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';

/** Exam plans (考试计划): what may be chosen, until when, and how many seats are taken. */
export class CreateExams1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE exam_plan (
        id                ${ID} NOT NULL PRIMARY KEY,
        plan_no           varchar(32)  NOT NULL,
        name              varchar(120) NOT NULL,
        institution_code  varchar(16)  NOT NULL,
        track             varchar(16)  NOT NULL,
        registration_from date NOT NULL,
        registration_to   date NOT NULL,
        exam_from         date NULL,
        exam_to           date NULL,
        ticket_from       date NULL,
        ticket_to         date NULL,
        result_due        date NULL,
        capacity          int unsigned NOT NULL,
        taken             int unsigned NOT NULL,
        status            varchar(24)  NOT NULL,
        version           int unsigned NOT NULL,
        CONSTRAINT fk_exam_plan_institution FOREIGN KEY (institution_code) REFERENCES institution (code) ON DELETE RESTRICT ON UPDATE RESTRICT,
        UNIQUE KEY uq_exam_plan_no (plan_no),
        KEY ix_exam_plan_window (status, registration_to, id)
      ) ${TABLE}`);
    for (const [name, column] of [
      ['item', 'item_code'],
      ['type', 'registration_type'],
      ['site', 'site_code'],
    ] as const) {
      await runner.query(`
        CREATE TABLE exam_plan_${name} (
          plan_id ${ID} NOT NULL,
          ${column} varchar(24) NOT NULL,
          PRIMARY KEY (plan_id, ${column}),
          CONSTRAINT fk_exam_plan_${name}_plan FOREIGN KEY (plan_id) REFERENCES exam_plan (id) ON DELETE CASCADE ON UPDATE RESTRICT
        ) ${TABLE}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['exam_plan_site', 'exam_plan_type', 'exam_plan_item', 'exam_plan']) {
      await runner.query(`DROP TABLE ${name}`);
    }
  }
}

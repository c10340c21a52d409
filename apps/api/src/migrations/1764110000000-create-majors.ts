import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';

/** The three catalogues of majors (专业) and what the older ones became. */
export class CreateMajors1764110000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE major (
        catalogue  varchar(4)       NOT NULL,
        code       varchar(40)      NOT NULL,
        name       varchar(60)      NOT NULL,
        discipline varchar(20)      NULL,
        class_name varchar(40)      NULL,
        added      tinyint(1)       NOT NULL,
        selectable tinyint(1)       NOT NULL,
        confidence varchar(1)       NULL,
        pinyin     varchar(200)     NOT NULL,
        initials   varchar(60)      NOT NULL,
        trade_rank tinyint unsigned NOT NULL,
        PRIMARY KEY (catalogue, code)
      ) ${TABLE}`);
    await runner.query(`
      CREATE TABLE major_relation (
        older_catalogue varchar(4)  NOT NULL,
        older_code      varchar(40) NOT NULL,
        newer_catalogue varchar(4)  NOT NULL,
        newer_code      varchar(40) NOT NULL,
        kind            varchar(16) NOT NULL,
        confidence      varchar(1)  NOT NULL,
        PRIMARY KEY (older_catalogue, older_code, newer_catalogue, newer_code),
        KEY ix_major_relation_newer (newer_catalogue, newer_code),
        CONSTRAINT fk_major_relation_older FOREIGN KEY (older_catalogue, older_code) REFERENCES major (catalogue, code) ON DELETE CASCADE ON UPDATE RESTRICT,
        CONSTRAINT fk_major_relation_newer FOREIGN KEY (newer_catalogue, newer_code) REFERENCES major (catalogue, code) ON DELETE CASCADE ON UPDATE RESTRICT
      ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE major_relation');
    await runner.query('DROP TABLE major');
  }
}

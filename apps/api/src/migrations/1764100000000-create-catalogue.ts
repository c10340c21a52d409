import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';

/** First and last day (Asia/Shanghai, inclusive) a row holds, and how sure it is. */
const EFFECTIVE = `
        valid_from date NOT NULL,
        valid_to   date NULL,
        trust      varchar(8) NOT NULL`;

/** Dictionaries of the catalogue: what may be applied for, with which papers, by which rules. */
export class CreateCatalogue1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...BODIES, ...OFFERS, ...RULES]) await runner.query(`${sql} ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'holiday',
      'rule_parameter',
      'return_reason',
      'material',
      'registration_type',
      'subject',
      'item',
      'site',
      'institution',
      'authority',
      'division',
    ]) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

const BODIES = [
  `CREATE TABLE division (
        code        varchar(6)   NOT NULL PRIMARY KEY,
        name        varchar(60)  NOT NULL,
        name_en     varchar(120) NOT NULL,
        parent_code varchar(6)   NULL,
        KEY ix_division_parent (parent_code, code)
      )`,
  `CREATE TABLE authority (
        code          varchar(16)  NOT NULL PRIMARY KEY,
        name          varchar(80)  NOT NULL,
        name_en       varchar(160) NOT NULL,
        level         varchar(16)  NOT NULL,
        division_code varchar(6)   NOT NULL,
        active        tinyint(1)   NOT NULL,
        trust         varchar(8)   NOT NULL
      )`,
  `CREATE TABLE institution (
        code           varchar(16)  NOT NULL PRIMARY KEY,
        name           varchar(80)  NOT NULL,
        name_en        varchar(160) NOT NULL,
        authority_code varchar(16)  NOT NULL,
        division_code  varchar(6)   NOT NULL,
        level          varchar(16)  NOT NULL,
        phone          varchar(32)  NULL,
        CONSTRAINT fk_institution_authority FOREIGN KEY (authority_code) REFERENCES authority (code) ON DELETE RESTRICT ON UPDATE RESTRICT
      )`,
  `CREATE TABLE site (
        code             varchar(24)  NOT NULL PRIMARY KEY,
        name             varchar(80)  NOT NULL,
        name_en          varchar(160) NOT NULL,
        institution_code varchar(16)  NOT NULL,
        division_code    varchar(6)   NOT NULL,
        address          varchar(160) NOT NULL,
        address_en       varchar(240) NOT NULL,
        kind             varchar(16)  NOT NULL,
        seats            int unsigned NOT NULL,
        CONSTRAINT fk_site_institution FOREIGN KEY (institution_code) REFERENCES institution (code) ON DELETE RESTRICT ON UPDATE RESTRICT
      )`,
];

const OFFERS = [
  `CREATE TABLE item (
        code               varchar(24)  NOT NULL,${EFFECTIVE},
        name               varchar(80)  NOT NULL,
        name_en            varchar(160) NOT NULL,
        track              varchar(16)  NOT NULL,
        level              varchar(16)  NULL,
        method             varchar(24)  NOT NULL,
        issuing_level      varchar(16)  NOT NULL,
        lower_item_code    varchar(24)  NULL,
        registration_types json         NOT NULL,
        position           int unsigned NOT NULL,
        PRIMARY KEY (code, valid_from),
        KEY ix_item_track (track, position)
      )`,
  `CREATE TABLE subject (
        item_code varchar(24)  NOT NULL,
        code      varchar(8)   NOT NULL,${EFFECTIVE},
        name      varchar(80)  NOT NULL,
        name_en   varchar(160) NOT NULL,
        kind      varchar(16)  NOT NULL,
        mode      varchar(16)  NOT NULL,
        minutes   int unsigned NOT NULL,
        full_mark int unsigned NOT NULL,
        pass_mark int unsigned NOT NULL,
        position  int unsigned NOT NULL,
        PRIMARY KEY (item_code, code, valid_from)
      )`,
  `CREATE TABLE registration_type (
        code             varchar(16)  NOT NULL,
        track            varchar(16)  NOT NULL,
        name             varchar(40)  NOT NULL,
        name_en          varchar(80)  NOT NULL,
        application_type varchar(40)  NOT NULL,
        path             varchar(8)   NOT NULL,
        is_resit         tinyint(1)   NOT NULL,
        used_when        varchar(200) NOT NULL,
        used_when_en     varchar(300) NOT NULL,
        position         int unsigned NOT NULL,
        PRIMARY KEY (code, track)
      )`,
];

const RULES = [
  `CREATE TABLE material (
        code        varchar(24)  NOT NULL,${EFFECTIVE},
        name        varchar(80)  NOT NULL,
        name_en     varchar(160) NOT NULL,
        track       varchar(16)  NULL,
        purposes    json         NULL,
        requirement varchar(20)  NOT NULL,
        extensions  json         NOT NULL,
        max_bytes   int unsigned NOT NULL,
        remark      varchar(500) NOT NULL,
        remark_en   varchar(800) NOT NULL,
        position    int unsigned NOT NULL,
        PRIMARY KEY (code, valid_from)
      )`,
  `CREATE TABLE return_reason (
        code          varchar(40)  NOT NULL PRIMARY KEY,
        target_kind   varchar(8)   NOT NULL,
        target        varchar(40)  NOT NULL,
        correctable   tinyint(1)   NOT NULL,
        text_zh       varchar(300) NOT NULL,
        text_en       varchar(500) NOT NULL,
        needs_note    tinyint(1)   NOT NULL,
        deadline_days int unsigned NOT NULL,
        position      int unsigned NOT NULL,
        KEY ix_return_reason_target (target_kind, target, position)
      )`,
  `CREATE TABLE rule_parameter (
        code   varchar(60)  NOT NULL,${EFFECTIVE},
        value  json         NOT NULL,
        source varchar(200) NOT NULL,
        PRIMARY KEY (code, valid_from)
      )`,
  `CREATE TABLE holiday (
        day     date        NOT NULL PRIMARY KEY,
        kind    varchar(8)  NOT NULL,
        name    varchar(40) NOT NULL,
        name_en varchar(80) NOT NULL,
        trust   varchar(8)  NOT NULL
      )`,
];

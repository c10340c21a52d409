import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin';
const TABLE = 'DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';

/** Notices on other ways than the inbox: what a person wants, what became of each, and the mails. */
export class CreateNoticeDeliveries1764610000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notice_preference (
        id         ${ID} NOT NULL PRIMARY KEY,
        sms        tinyint(1) NOT NULL,
        mail       tinyint(1) NOT NULL,
        language   varchar(8) NOT NULL,
        updated_at datetime(3) NOT NULL,
        version    int unsigned NOT NULL,
        CONSTRAINT fk_notice_preference_account FOREIGN KEY (id) REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT
      ) ${TABLE}`);
    await runner.query(`
      CREATE TABLE notice_delivery (
        id         ${ID} NOT NULL PRIMARY KEY,
        notice_id  ${ID} NOT NULL,
        channel    varchar(8) NOT NULL,
        account_id ${ID} NOT NULL,
        outcome    varchar(16) NOT NULL,
        sent_as    ${ID} NULL,
        at         datetime(3) NOT NULL,
        CONSTRAINT fk_notice_delivery_notice FOREIGN KEY (notice_id) REFERENCES inbox_message (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
        UNIQUE KEY uq_notice_delivery (notice_id, channel, account_id)
      ) ${TABLE}`);
    await runner.query(`
      CREATE TABLE mail_message (
        id            ${ID} NOT NULL PRIMARY KEY,
        purpose       varchar(48) NOT NULL,
        address_enc   varbinary(600) NOT NULL,
        address_index char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        subject_enc   blob NOT NULL,
        body_enc      blob NOT NULL,
        good_until    datetime(3) NOT NULL,
        outcome       varchar(16) NULL,
        provider_id   varchar(255) NULL,
        created_at    datetime(3) NOT NULL,
        delivered_at  datetime(3) NULL,
        KEY ix_mail_message_address (address_index, created_at),
        KEY ix_mail_message_good_until (good_until)
      ) ${TABLE}`);
    // Rows of before name no channel, and there was none: they were to do nothing.
    await runner.query(
      "DELETE FROM outbox WHERE topic = 'notice.deliver' AND delivered_at IS NULL",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['mail_message', 'notice_delivery', 'notice_preference']) {
      await runner.query(`DROP TABLE ${name}`);
    }
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin';
const OVER =
  "status in ('WITHDRAWN','DELETED','EXPIRED','REJECTED','FAILED','ABSENT','VOID','DELIVERED')";

/**
 * Applications about a certificate (补发, 信息变更): once per person counts an application for an item,
 * once per certificate a request about it (domain.md §11).
 */
export class AddCertificateRequests1764530000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE application
        DROP KEY uq_application_live,
        ADD COLUMN certificate_id ${ID} NULL`);
    await runner.query(`
      ALTER TABLE application
        ADD COLUMN live_item varchar(24) AS (if(certificate_id is not null or ${OVER}, null, item_code)) STORED,
        ADD UNIQUE KEY uq_application_live (account_id, live_item),
        ADD UNIQUE KEY uq_application_live_request (certificate_id, live_key),
        ADD CONSTRAINT fk_application_certificate FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE RESTRICT ON UPDATE RESTRICT`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE application
        DROP FOREIGN KEY fk_application_certificate,
        DROP KEY uq_application_live_request,
        DROP KEY uq_application_live,
        DROP COLUMN live_item,
        DROP COLUMN certificate_id,
        ADD UNIQUE KEY uq_application_live (account_id, item_code, live_key)`);
  }
}

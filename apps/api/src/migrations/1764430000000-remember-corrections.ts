import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which approved change a certificate takes its holder's data from, where that came after it was forwarded. */
export class RememberCorrections1764430000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE certificate
        ADD COLUMN corrected_by char(36) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER superseded_by,
        ADD CONSTRAINT fk_certificate_corrected_by FOREIGN KEY (corrected_by) REFERENCES certificate (id) ON DELETE RESTRICT ON UPDATE RESTRICT`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE certificate DROP FOREIGN KEY fk_certificate_corrected_by, DROP COLUMN corrected_by',
    );
  }
}

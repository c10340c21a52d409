import { maskName } from '@kaopu/domain';
import { CertificateCells } from '../../../apps/api/src/certificates/certificate-cells.js';
import {
  checkClaim,
  type CertifiedItem,
} from '../../../apps/api/src/integration/certificate-checks.js';
import type { Settings } from '../../../apps/api/src/platform/config/settings.js';
import { FieldCipher } from '../../../apps/api/src/platform/crypto/field-cipher.js';
import type { Statements } from './statements.js';

/** What a partner asks about a certificate. */
export interface Claimed {
  readonly certificateNo: string;
  readonly name: string;
  readonly item: string;
  readonly from: string;
  readonly to: string;
}

/** Verifying a certificate: one statement. */
export class FloorVerification {
  private readonly certificates;

  constructor(
    private readonly statements: Statements,
    settings: Settings,
  ) {
    this.certificates = new CertificateCells(new FieldCipher(settings));
  }

  async verify(input: Claimed): Promise<unknown> {
    const rows = await this.statements.rows<
      CertifiedItem & {
        id: string;
        number: string;
        holder: Buffer;
        status: string;
        issuedAt: Date;
        authorityCode: string;
        authority: string;
        authorityLevel: 'NATIONAL' | 'PROVINCIAL' | null;
        institution: string | null;
        replacedBy: string | null;
        name: string;
        firstIssueDate: string;
        approvalDate: string;
        restriction: string | null;
      }
    >(
      `SELECT c.id, c.certificate_no AS number, c.holder_enc AS holder, c.status, c.issued_at AS issuedAt, c.authority_code AS authorityCode,
         u.name AS authority, u.level AS authorityLevel, n.name AS institution, s.certificate_no AS replacedBy,
         ci.item_code AS code, i.name, i.issuing_level AS issuingLevel, ci.first_issue_date AS firstIssueDate,
         ci.approval_date AS approvalDate, ci.valid_from AS validFrom, ci.valid_to AS validTo, ci.restriction
       FROM certificate c JOIN certificate_item ci ON ci.certificate_id = c.id JOIN authority u ON u.code = c.authority_code
       LEFT JOIN institution n ON n.code = c.institution_code LEFT JOIN certificate s ON s.id = c.superseded_by
       JOIN item i ON i.code = ci.item_code AND i.valid_from <= CURDATE() AND (i.valid_to IS NULL OR i.valid_to >= CURDATE())
       WHERE c.certificate_no = ? AND c.holder_name_index = ? ORDER BY ci.item_code`,
      [input.certificateNo, this.certificates.nameIndex(input.name)],
    );
    const [row] = rows;
    if (!row) throw new Error('The benchmark only asks about certificates that exist.');
    const { status, authorityCode, authorityLevel } = row;
    const checks = checkClaim(
      { itemCode: input.item, from: input.from, to: input.to },
      { status, authorityCode, authorityLevel, items: rows },
    );
    const { name } = this.certificates.holder('certificate', row.id, row.holder);
    return {
      verifyCertificate: {
        result: checks.every(({ passed }) => passed) ? 'VALID' : 'INVALID',
        checks,
        certificate: {
          number: row.number,
          holderName: maskName(name),
          status,
          authority: row.authority,
          institution: row.institution,
          issuedAt: row.issuedAt,
          replacedBy: row.replacedBy,
          items: rows.map((item) => ({
            code: item.code,
            name: item.name,
            firstIssueDate: item.firstIssueDate,
            approvalDate: item.approvalDate,
            validFrom: item.validFrom,
            validTo: item.validTo,
            restriction: item.restriction,
          })),
        },
      },
    };
  }
}

import { addDays } from '@kaopu/domain';
import { CertificateCells } from '../../../apps/api/src/certificates/certificate-cells.js';
import type { FieldCipher } from '../../../apps/api/src/platform/crypto/field-cipher.js';
import type { Cell } from './load-data.js';
import { personNumber } from './people.js';

export const CERTIFICATE_COLUMNS = [
  'id',
  'certificate_no',
  'verify_code',
  'holder_enc',
  'holder_name_index',
  'authority_code',
  'institution_code',
  'status',
  'issued_at',
  'version',
] as const;

export const CERTIFICATE_ITEM_COLUMNS = [
  'certificate_id',
  'item_code',
  'first_issue_date',
  'approval_date',
  'valid_from',
  'valid_to',
] as const;

export const CERTIFIED_ITEM = 'RT-II';

export const certificateNo = (index: number): string => `YS-B-${String(index).padStart(8, '0')}`;

/** Rows of the register, encrypted as the API does it. */
export class CertificateRows {
  private readonly cells: CertificateCells;

  constructor(
    cipher: FieldCipher,
    private readonly today: string,
    private readonly at: Date,
  ) {
    this.cells = new CertificateCells(cipher);
  }

  certificate(id: string, index: number): Cell[] {
    const { name, idNumber, sex, birthDate, employer } = personNumber(index);
    const holder = { name, idNumber, sex, birthDate, employer };
    return [
      id,
      certificateNo(index),
      `bench${index.toString(36)}`,
      this.cells.seal(['certificate', 'holder_enc'], id, holder),
      this.cells.nameIndex(name),
      'P34',
      'EI-34',
      'VALID',
      this.at,
      1,
    ];
  }

  item(id: string): Cell[] {
    const from = addDays(this.today, -200);
    return [id, CERTIFIED_ITEM, from, from, from, addDays(this.today, 1600)];
  }
}

import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../platform/crypto/field-cipher.js';
import { canonicalName, type Holder } from './holder.js';

type Cell =
  | readonly ['certificate', 'holder_enc']
  | readonly ['issue_line', 'holder_enc']
  | readonly ['issue_line', 'evidence_enc']
  | readonly ['standing_change', 'reason_enc']
  | readonly ['standing_change', 'decision_reason_enc'];

/** Opens and seals the encrypted columns of this domain. */
@Injectable()
export class CertificateCells {
  constructor(private readonly cipher: FieldCipher) {}

  seal([table, column]: Cell, rowId: string, value: unknown): Buffer {
    return this.cipher.encrypt(JSON.stringify(value), { table, column, rowId });
  }

  /** @throws Error when the cell was changed or belongs to another row. */
  holder(table: 'certificate' | 'issue_line', rowId: string, sealed: Buffer): Holder {
    const address = { table, column: 'holder_enc', rowId };
    return JSON.parse(this.cipher.decrypt(sealed, address)) as Holder;
  }

  /** @throws Error when the cell was changed or belongs to another row. */
  evidence(rowId: string, sealed: Buffer): unknown {
    const address = { table: 'issue_line', column: 'evidence_enc', rowId };
    return JSON.parse(this.cipher.decrypt(sealed, address)) as unknown;
  }

  /**
   * Why a change of standing was proposed, or decided so.
   *
   * @throws Error when the cell was changed or belongs to another row.
   */
  reason(column: 'reason_enc' | 'decision_reason_enc', rowId: string, sealed: Buffer): string {
    return JSON.parse(
      this.cipher.decrypt(sealed, { table: 'standing_change', column, rowId }),
    ) as string;
  }

  /** Keyed hash by which a certificate is found by its holder's name together with its number. */
  nameIndex(name: string): string {
    return this.cipher.blindIndex('certificate.holder_name', canonicalName(name));
  }
}

import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';

type AccountColumn = 'id_number_enc' | 'name_enc' | 'totp_secret_enc';

/** Opens and seals the encrypted columns of an account. */
@Injectable()
export class AccountCells {
  constructor(private readonly cipher: FieldCipher) {}

  seal(accountId: string, column: AccountColumn, value: string): Buffer {
    return this.cipher.encrypt(value, { table: 'account', column, rowId: accountId });
  }

  /** @throws Error when the value was moved here from another row. */
  open(accountId: string, column: AccountColumn, blob: Buffer): string {
    return this.cipher.decrypt(blob, { table: 'account', column, rowId: accountId });
  }
}

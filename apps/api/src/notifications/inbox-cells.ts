import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../platform/crypto/field-cipher.js';

/** Opens and seals the encrypted column of the inbox. */
@Injectable()
export class InboxCells {
  constructor(private readonly cipher: FieldCipher) {}

  seal(messageId: string, details: string): Buffer {
    return this.cipher.encrypt(details, address(messageId));
  }

  /** @throws Error when the cell was changed or belongs to another message. */
  open(messageId: string, sealed: Buffer): string {
    return this.cipher.decrypt(sealed, address(messageId));
  }
}

const address = (rowId: string) => ({ table: 'inbox_message', column: 'details_enc', rowId });

import { Injectable } from '@nestjs/common';
import type { Answers } from '@kaopu/domain';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { FiledPerson } from './filed-persons.js';

type EncryptedColumn = 'answers_enc' | 'submitted_answers_enc' | 'person_enc';

/** Opens and closes the encrypted columns of an application. */
@Injectable()
export class ApplicationCells {
  constructor(private readonly cipher: FieldCipher) {}

  seal(applicationId: string, column: EncryptedColumn, value: Answers | FiledPerson): Buffer {
    return this.cipher.encrypt(JSON.stringify(value), this.address(applicationId, column));
  }

  answers(
    applicationId: string,
    column: 'answers_enc' | 'submitted_answers_enc',
    blob: Buffer,
  ): Answers {
    return JSON.parse(this.cipher.decrypt(blob, this.address(applicationId, column))) as Answers;
  }

  person(applicationId: string, blob: Buffer): FiledPerson {
    return JSON.parse(
      this.cipher.decrypt(blob, this.address(applicationId, 'person_enc')),
    ) as FiledPerson;
  }

  private address(
    rowId: string,
    column: EncryptedColumn,
  ): { table: string; column: string; rowId: string } {
    return { table: 'application', column, rowId };
  }
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccountCells } from '../../../apps/api/src/auth/accounts/account-cells.js';
import { CertificateCells } from '../../../apps/api/src/certificates/certificate-cells.js';
import { FieldCipher } from '../../../apps/api/src/platform/crypto/field-cipher.js';
import { PersonCells } from '../../../apps/api/src/profile/person/person-cells.js';
import { PersonEntity } from '../../../apps/api/src/profile/person/person.entity.js';
import { ApplicationCells } from '../../../apps/api/src/registrations/cases/application-cells.js';
import type { FiledPerson } from '../../../apps/api/src/registrations/cases/filed-persons.js';
import { benchSettings } from '../data/keys.js';
import type { Account, StoredFile } from './entities.js';

/** Opens what Kaopu's tables hold encrypted: the stock server works on the same rows. */
@Injectable()
export class Cells {
  private readonly cipher = new FieldCipher(
    benchSettings(process.env['KAOPU_SECRETS_FILE'] ?? '', '', ''),
  );
  readonly cases = new ApplicationCells(this.cipher);
  readonly accounts = new AccountCells(this.cipher);
  readonly certificates = new CertificateCells(this.cipher);
  private readonly persons = new PersonCells(this.cipher);

  fileName({ id: rowId, nameEnc }: StoredFile): string {
    return this.cipher.decrypt(nameEnc, {
      table: 'stored_file',
      column: 'original_name_enc',
      rowId,
    });
  }

  async person(em: EntityManager, { id, idNumberEnc, nameEnc }: Account): Promise<FiledPerson> {
    const row = await em.findOneByOrFail(PersonEntity, { id });
    return {
      idType: 'RESIDENT_ID',
      idNumber: this.accounts.open(id, 'id_number_enc', idNumberEnc ?? Buffer.of()),
      idCountry: null,
      name: this.accounts.open(id, 'name_enc', nameEnc),
      ...this.persons.plain(row),
      heldItems: [],
    };
  }
}

import { Injectable } from '@nestjs/common';
import { normaliseIdNumber } from '@kaopu/domain';
import type { EntityManager } from 'typeorm';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { updateVersioned } from '../../platform/database/versioned-update.js';
import { AccountCells } from './account-cells.js';
import { AccountKeys } from './account-keys.js';
import { AccountEntity } from './account.entity.js';

/** A new name or number for the document a candidate is known by; null leaves what is there. */
export interface DocumentCorrection {
  readonly name: string | null;
  readonly idNumber: string | null;
}

/** Corrects the document of a candidate's account: what they log in with stays unique. */
@Injectable()
export class CandidateDocuments {
  constructor(
    private readonly cells: AccountCells,
    private readonly keys: AccountKeys,
  ) {}

  /**
   * Inside the caller's transaction.
   *
   * @returns false when the number has another account already.
   * @throws Error for an account that is no candidate's.
   */
  async correct(
    em: EntityManager,
    id: string,
    { name, idNumber }: DocumentCorrection,
  ): Promise<boolean> {
    if (name === null && idNumber === null) return true;
    const { idType, idCountry, version } = await em.findOneOrFail(AccountEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (idType === null) throw new Error(`Account ${id} is no candidate.`);
    const changes = {
      ...(name !== null && { nameEnc: this.cells.seal(id, 'name_enc', name) }),
      ...(idNumber !== null && {
        idNumberEnc: this.cells.seal(id, 'id_number_enc', normaliseIdNumber(idNumber)),
        idKeyIndex: this.keys.idKeyIndex(idType, idNumber, idCountry),
        logInIndex: this.keys.logInIndex(idType, idNumber),
      }),
    };
    try {
      return await updateVersioned(em, AccountEntity, id, version, changes);
    } catch (thrown) {
      if (isUniqueViolation(thrown, 'uq_account_id_key')) return false;
      throw thrown;
    }
  }
}

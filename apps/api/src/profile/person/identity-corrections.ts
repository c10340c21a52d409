import { Injectable } from '@nestjs/common';
import type { CorrectedHolder, Sex } from '@kaopu/domain';
import type { EntityManager } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { CandidateDocuments } from '../../auth/accounts/candidate-documents.js';
import { Clock } from '../../platform/clock/clock.js';
import { updateVersioned } from '../../platform/database/versioned-update.js';
import { PersonCells } from './person-cells.js';
import { PersonEntity } from './person.entity.js';

/** What may be corrected of a person's identity, and only on an authority's decision; null leaves it. */
export type IdentityCorrection = Pick<CorrectedHolder, 'name' | 'idNumber' | 'sex' | 'birthDate'>;

/** Writes an approved correction of somebody's identity (domain.md §14: never by the profile page). */
@Injectable()
export class IdentityCorrections {
  constructor(
    private readonly documents: CandidateDocuments,
    private readonly cells: PersonCells,
    private readonly clock: Clock,
  ) {}

  /** Inside the caller's transaction. @returns false when the number has another account. */
  async apply(
    em: EntityManager,
    accountId: string,
    { name, idNumber, sex, birthDate }: IdentityCorrection,
  ): Promise<boolean> {
    if (!(await this.documents.correct(em, accountId, { name, idNumber }))) return false;
    const set: QueryDeepPartialEntity<PersonEntity> = {
      ...(birthDate !== null && { birthDateEnc: this.cells.birthDate(accountId, birthDate) }),
      ...(isSex(sex) && { sex }),
    };
    if (Object.keys(set).length === 0) return true;
    const { version } = await em.findOneOrFail(PersonEntity, {
      where: { id: accountId },
      lock: { mode: 'pessimistic_write' },
    });
    const changes = { ...set, updatedAt: this.clock.now() };
    if (!(await updateVersioned(em, PersonEntity, accountId, version, changes))) {
      throw new Error(`Person ${accountId} changed under its own lock.`);
    }
    return true;
  }
}

const isSex = (value: string | null): value is Sex => value === 'MALE' || value === 'FEMALE';

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Accounts } from '../../auth/accounts/accounts.js';
import { Clock } from '../../platform/clock/clock.js';
import { PersonCells } from './person-cells.js';
import { ConsentEntity, PersonEntity } from './person.entity.js';
import type { PersonSnapshot } from './person-snapshot.js';

/** A candidate about to exist. */
export interface NewCandidate {
  /** Becomes the account's and the person's id. */
  readonly id: string;
  readonly person: PersonSnapshot;
  readonly passwordHash: string;
  readonly photoId: string | null;
  readonly noticeVersion: string;
}

/** Creates candidates whole: account, person record and consents, or nothing. */
@Injectable()
export class People {
  constructor(
    private readonly accounts: Accounts,
    private readonly cells: PersonCells,
    private readonly clock: Clock,
  ) {}

  /** @returns false when the document has an account already. */
  async create(
    em: EntityManager,
    { id, person, passwordHash, photoId, noticeVersion }: NewCandidate,
  ): Promise<boolean> {
    if (!(await this.accounts.createCandidate(em, id, person, passwordHash))) return false;
    const now = this.clock.now();
    await em.insert(PersonEntity, {
      id,
      ...this.cells.columns(id, person),
      photoId,
      createdAt: now,
      updatedAt: now,
      version: 1,
    });
    const purposes = ['PRIVACY_NOTICE', 'PHOTO', 'TRUTH_DECLARATION'] as const;
    await em.insert(
      ConsentEntity,
      purposes.map((purpose) => ({
        id: uuid(),
        accountId: id,
        purpose,
        noticeVersion,
        givenAt: now,
      })),
    );
    return true;
  }
}

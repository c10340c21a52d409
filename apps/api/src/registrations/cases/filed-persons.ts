import { Injectable } from '@nestjs/common';
import {
  refreshablePersonFields,
  type ApplicationStatus,
  type ApplicationType,
  type FlaggedTarget,
  type HeldItem,
} from '@kaopu/domain';
import { HeldItems } from '../../certificates/held-items.js';
import { PersonReader } from '../../profile/person/person-reader.js';
import type { PersonSnapshot } from '../../profile/person/person-snapshot.js';

/** A person as an application files them: their profile and what the register knows them to hold. */
export interface FiledPerson extends PersonSnapshot {
  readonly heldItems: readonly HeldItem[];
}

/** What was filed before, and how far it is open again. */
export interface FiledBefore {
  readonly accountId: string;
  readonly type: ApplicationType;
  readonly status: ApplicationStatus;
  readonly flagged: readonly FlaggedTarget[];
  /** Null before the first submission. */
  readonly person: FiledPerson | null;
}

/** The person a submission freezes (domain.md §10 invariant 3, §23). */
@Injectable()
export class FiledPersons {
  constructor(
    private readonly persons: PersonReader,
    private readonly heldItems: HeldItems,
  ) {}

  /** Profile and register as they are now. */
  async live(accountId: string): Promise<FiledPerson> {
    const [snapshot, heldItems] = await Promise.all([
      this.persons.snapshot(accountId),
      this.heldItems.of(accountId),
    ]);
    return { ...snapshot, heldItems };
  }

  /** What a submission now would freeze: parts that are open are copied afresh, the rest stays. */
  async next({ accountId, type, status, flagged, person }: FiledBefore): Promise<FiledPerson> {
    if (person === null) return this.live(accountId);
    const open = refreshablePersonFields({ type, state: status, role: 'CANDIDATE', flagged });
    if (open.length === 0) return person;
    const fresh = Object.entries(await this.live(accountId)).filter(([id]) => open.includes(id));
    return { ...person, ...Object.fromEntries(fresh) };
  }
}

import { Injectable } from '@nestjs/common';
import { correctedHolder } from '@kaopu/domain';
import { Accounts } from '../../auth/accounts/accounts.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import type { RateLimitedError } from '../../platform/graphql/user-error.js';
import { rateLimited, type Problem } from '../../platform/i18n/refuse.js';
import { RateLimits, type Budget } from '../../platform/limits/rate-limits.js';
import { contentOf, type CaseFile } from '../cases/case-file.js';
import { certifiedData } from '../cases/case-problems.js';

/** Nobody may learn by trying which numbers have an account. */
const CLAIMS: Budget = { name: 'change.idNumber', points: 10, seconds: 86_400 };

/** Whether the ID number a change asks for belongs to somebody else already (domain.md §14: unique). */
@Injectable()
export class IdNumberClaims {
  constructor(
    private readonly accounts: Accounts,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** Told early; the unique key has the last word when the authority approves. */
  async problems(actor: Actor, file: CaseFile): Promise<readonly Problem[] | RateLimitedError> {
    const data = certifiedData(file);
    const { answers, person } = contentOf(file);
    const { idNumber } = data
      ? correctedHolder(data, answers, person, this.clock.today())
      : { idNumber: null };
    if (idNumber === null) return [];
    const wait = await this.limits.use(CLAIMS, actor.id);
    if (wait > 0) return rateLimited(actor, wait);
    const owner = await this.accounts.idOfDocument(person.idType, idNumber, person.idCountry);
    return owner === null || owner === file.row.accountId
      ? []
      : [{ path: 'newIdNumber', key: 'problem.alreadyRegistered' }];
  }
}

import { Injectable } from '@nestjs/common';
import { correctedHolder } from '@kaopu/domain';
import { Clock } from '../../platform/clock/clock.js';
import type { RefusedError } from '../../platform/graphql/user-error.js';
import { refuse } from '../../platform/i18n/refuse.js';
import { IdentityCorrections } from '../../profile/person/identity-corrections.js';
import type { CaseChange, CaseEffect } from '../cases/case-commands.js';
import { certifiedData } from '../cases/case-problems.js';

/**
 * What the approval of a change means for the person's own record: name and ID number follow the
 * certificate, because the profile page never changes them (domain.md §14).
 */
@Injectable()
export class ApprovedCorrections {
  constructor(
    private readonly identities: IdentityCorrections,
    private readonly clock: Clock,
  ) {}

  readonly effect: CaseEffect<RefusedError> = (change) => this.apply(change);

  /** @returns a refusal, which undoes the approval, when the new ID number belongs to somebody else. */
  private async apply({ tx, actor, file }: CaseChange): Promise<RefusedError | null> {
    const data = certifiedData(file);
    if (data === null || file.submitted === null) return null;
    const { answers, person } = file.submitted;
    const corrected = correctedHolder(data, answers, person, this.clock.today());
    const isFree = await this.identities.apply(tx.em, file.row.accountId, corrected);
    return isFree ? null : refuse(actor, 'ID_ALREADY_REGISTERED', 'problem.alreadyRegistered');
  }
}

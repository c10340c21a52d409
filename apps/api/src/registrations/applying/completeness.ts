import { Injectable } from '@nestjs/common';
import { missingFields, missingSlots, type Answers } from '@kaopu/domain';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import type { InvalidInputError } from '../../platform/graphql/user-error.js';
import { invalid, say, type Problem } from '../../platform/i18n/refuse.js';
import { NotEligibleError } from '../cases/application.errors.js';
import { CaseFacts } from '../cases/case-facts.js';
import { contentOf, type CaseFile } from '../cases/case-file.js';
import { contentProblems, unchanged } from '../cases/case-problems.js';
import { eligibilityReport } from './eligibility-view.js';

/** What a case would hold after a change that is not written yet. */
export interface Proposal {
  readonly answers: Answers;
  readonly slots: readonly string[];
  readonly planId: string | null;
}

/** The case as it stands. */
export const asItStands = (file: CaseFile): Proposal => ({
  answers: contentOf(file).answers,
  slots: [...file.slots.keys()],
  planId: file.row.planId,
});

/**
 * What is handed in is whole: at submission, at every change of a submitted case, and once more
 * when it is accepted. A reviewer therefore never meets a case without a required paper.
 */
@Injectable()
export class Completeness {
  constructor(
    private readonly facts: CaseFacts,
    private readonly clock: Clock,
  ) {}

  /**
   * Every missing or wrong part, each on the field or row it belongs to, else the rules' no.
   *
   * @param more problems the caller knows of
   * @returns null when nothing is missing
   */
  async refusal(
    actor: Actor,
    file: CaseFile,
    { answers, slots, planId }: Proposal,
    more: readonly Problem[] = [],
  ): Promise<InvalidInputError | NotEligibleError | null> {
    const { row, type } = file;
    const { person } = contentOf(file);
    const standing = await this.facts.standing({
      type,
      person,
      answers,
      planId,
      itemCode: row.itemCode,
      certificate: file.certificate,
      accountId: row.accountId,
      applicationId: row.id,
      submittedAt: row.submittedAt,
      ruleDate: row.ruleDate ?? this.clock.today(),
    });
    const { facts, parameters, requirements, report } = standing;
    const empty = missingFields(type, person, answers, { facts, parameters });
    const missing = missingSlots(requirements, slots, { beforeSubmission: true });
    const problems: Problem[] = [
      ...contentProblems(file, { answers, person }, this.clock.today()),
      ...unchanged(file, answers),
      ...empty.map((path) => ({ path, key: 'problem.required' })),
      ...missing.map((path) => ({ path, key: 'problem.slotRequired' })),
      ...more,
    ];
    if (problems.length > 0) return invalid(actor, problems);
    if (report.eligible) return null;
    const { verdicts } = eligibilityReport(actor, standing, new Map());
    return new NotEligibleError(say(actor, 'error.NOT_ELIGIBLE'), verdicts);
  }
}

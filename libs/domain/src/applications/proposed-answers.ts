import type { EligibilityFacts } from '../eligibility/facts.js';
import { renewedItem } from '../eligibility/renewed-item.js';
import { standingInResits } from '../eligibility/resit-rules.js';
import type { RuleParameters } from '../eligibility/parameters.js';
import { statedAs } from '../held-items/stated-items.js';
import type { Answers } from './answers.js';
import type { ApplicationType } from './application-type.js';

type Declared = Pick<ApplicationType, 'fields'>;

const only = (type: Declared, answers: Answers): Answers => {
  const ids = new Set(type.fields.map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id)));
};

/**
 * Answers that follow from results of ours: nobody types what we know, and nobody can type otherwise
 * (domain.md §7 note 3). Empty for results from elsewhere.
 */
export function settledAnswers(
  type: Declared,
  facts: EligibilityFacts,
  parameters: RuleParameters,
): Answers {
  const standing = standingInResits(facts, parameters);
  if (standing === null) return {};
  return only(type, {
    previousExamNo: standing.latest.applicationNo,
    previousExamDate: standing.latest.satOn,
    resitSubjects: standing.failed,
  });
}

/** What a new application begins with: settled answers, and the register's certificates to be confirmed. */
export function proposedAnswers(
  type: Declared,
  facts: EligibilityFacts,
  parameters: RuleParameters,
): Answers {
  const registered = facts.heldItems.filter(({ source }) => source === 'REGISTER');
  const isOther = (code: string): number => Number(code !== facts.item.code);
  const rows = registered
    .toSorted((a, b) => isOther(a.itemCode) - isOther(b.itemCode))
    .map(statedAs);
  const renewed = renewedItem({ ...facts, heldItems: registered });
  return {
    ...only(type, {
      ...(rows.length > 0 && { statedItems: rows }),
      ...(renewed !== null && {
        certificateNo: renewed.certificateNo,
        certificateFirstIssueDate: renewed.firstIssueDate,
        certificateValidTo: renewed.validTo,
      }),
    }),
    ...settledAnswers(type, facts, parameters),
  };
}

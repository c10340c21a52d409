import { resitUntil } from '../results/outcome.js';
import { resitStanding, type ResitStanding } from '../results/resit.js';
import { no, staff, yes, type Rule } from './answering.js';
import type { EligibilityFacts } from './facts.js';
import type { RuleParameters } from './parameters.js';
import type { RuleAnswer } from './rule-answer.js';

/** The results of ours the resit follows, as of the rule date; null when there are none. */
export function standingInResits(
  { exams, item, ruleDate }: EligibilityFacts,
  { resitMonths }: RuleParameters,
): ResitStanding | null {
  return resitStanding(exams, item.subjects, { asOf: ruleDate, resitMonths });
}

const over = (until: string): RuleAnswer =>
  no('eligibility.RESIT_OPEN.over', 'eligibility.RESIT_OPEN.over.remedy', { date: until });

function fromElsewhere(facts: EligibilityFacts, { resitMonths }: RuleParameters): RuleAnswer {
  const { previousExamDate, ruleDate } = facts;
  if (previousExamDate === null) {
    return staff('eligibility.RESIT_OPEN.unknown', 'eligibility.RESIT_OPEN.unknown.remedy');
  }
  const until = resitUntil(previousExamDate, resitMonths);
  return ruleDate > until
    ? over(until)
    : staff('eligibility.RESIT_OPEN.elsewhere', null, { date: until });
}

/** A resit follows failed subjects still inside their period (domain.md §9, §10 invariant 5). */
export const resitOpen: Rule = (facts, parameters) => {
  const standing = standingInResits(facts, parameters);
  if (standing === null) return fromElsewhere(facts, parameters);
  const { latest, until, resits, failed } = standing;
  const { maximum, afterAbsence } = parameters.resits;
  if (latest.outcome === 'VOID') {
    return no('eligibility.RESIT_OPEN.void', 'eligibility.RESIT_OPEN.void.remedy');
  }
  if (latest.outcome === 'PASSED' || failed.length === 0) {
    return no('eligibility.RESIT_OPEN.nothing', 'eligibility.RESIT_OPEN.nothing.remedy');
  }
  if (facts.ruleDate > until) return over(until);
  if (latest.outcome === 'ABSENT' && !afterAbsence) {
    return no('eligibility.RESIT_OPEN.absent', 'eligibility.RESIT_OPEN.absent.remedy');
  }
  if (maximum !== null && resits >= maximum) {
    return no('eligibility.RESIT_OPEN.tooMany', 'eligibility.RESIT_OPEN.tooMany.remedy', {
      limit: maximum,
    });
  }
  return yes('eligibility.RESIT_OPEN.yes', { count: failed.length, date: until });
};

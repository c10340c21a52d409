import type { ApplicationType } from '../applications/application-type.js';
import type { EligibilityFacts } from './facts.js';
import type { ClauseReference, RuleParameters } from './parameters.js';
import type { RuleAnswer } from './rule-answer.js';
import type { EligibilityRuleCode } from './rule-codes.js';
import { ELIGIBILITY_RULES } from './rules.js';

/** A rule's answer with the rule and clause it rests on; stored with the application. */
export interface EligibilityVerdict extends RuleAnswer {
  readonly rule: EligibilityRuleCode;
  readonly clause: ClauseReference;
}

/** All rules of a type, answered. `eligible` is false only when some rule answers NO. */
export interface EligibilityReport {
  readonly eligible: boolean;
  readonly parametersVersion: string;
  readonly verdicts: readonly EligibilityVerdict[];
}

/** Answers every rule the type names, in its order (goals N4). */
export function evaluateEligibility(
  type: Pick<ApplicationType, 'eligibility'>,
  facts: EligibilityFacts,
  parameters: RuleParameters,
): EligibilityReport {
  const verdicts = type.eligibility.map((rule) => ({
    rule,
    clause: parameters.clauses[rule],
    ...ELIGIBILITY_RULES[rule](facts, parameters),
  }));
  return {
    eligible: verdicts.every(({ answer }) => answer !== 'NO'),
    parametersVersion: parameters.version,
    verdicts,
  };
}

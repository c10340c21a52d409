import type { EligibilityFacts } from '../eligibility/facts.js';
import { lowerCertificateNeeded } from '../eligibility/lower-level.js';
import type { RuleParameters } from '../eligibility/parameters.js';
import type { ConditionCode } from './condition-codes.js';

/** What conditions are judged by: the facts of the person and the rule row of the rule date. */
export interface ConditionContext {
  readonly facts: EligibilityFacts;
  readonly parameters: RuleParameters;
}

type Condition = (context: ConditionContext) => boolean;

const CONDITIONS: Readonly<Record<ConditionCode, Condition>> = {
  LOWER_CERTIFICATE_NEEDED: ({ facts, parameters }) => lowerCertificateNeeded(facts, parameters),
  RESULT_FROM_ELSEWHERE: ({ facts }) => facts.exams.length === 0,
};

/** Whether a field or material is asked for. */
export function isAsked(asked: 'ALWAYS' | ConditionCode, context: ConditionContext): boolean {
  return asked === 'ALWAYS' || CONDITIONS[asked](context);
}

import type { EligibilityFacts } from './facts.js';
import type { VerdictAnswer } from './rule-answer.js';
import type { EligibilityRuleCode } from './rule-codes.js';

/** Title, rule, what is special about the facts, the answer, the ending of its message key. */
export type RuleCase = readonly [
  string,
  EligibilityRuleCode,
  Partial<EligibilityFacts>,
  VerdictAnswer,
  string,
];

import type { TextKey, TextParams } from '../texts/text.js';
import type { EligibilityFacts } from './facts.js';
import type { RuleParameters } from './parameters.js';
import type { RuleAnswer } from './rule-answer.js';

/** One rule, pure: the same facts and parameters always give the same answer (goals N4). */
export type Rule = (facts: EligibilityFacts, parameters: RuleParameters) => RuleAnswer;

export const yes = (messageKey: TextKey, params: TextParams = {}): RuleAnswer => ({
  answer: 'YES',
  messageKey,
  params,
  remedyKey: null,
});

export const no = (
  messageKey: TextKey,
  remedyKey: TextKey,
  params: TextParams = {},
): RuleAnswer => ({ answer: 'NO', messageKey, params, remedyKey });

export const staff = (
  messageKey: TextKey,
  remedyKey: TextKey | null = null,
  params: TextParams = {},
): RuleAnswer => ({ answer: 'STAFF', messageKey, params, remedyKey });

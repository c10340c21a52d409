/** Eligibility rules (报考条件) by code; thresholds and clauses are `RuleParameters`. Source: domain.md §6. */
export const EligibilityRuleCode = {
  AGE: 'AGE',
  EDUCATION: 'EDUCATION',
  WORK_YEARS: 'WORK_YEARS',
  LOWER_LEVEL: 'LOWER_LEVEL',
  BASE_METHOD: 'BASE_METHOD',
  VISION: 'VISION',
  NOT_ALREADY_HELD: 'NOT_ALREADY_HELD',
  NO_BAN: 'NO_BAN',
  NO_OPEN_APPLICATION: 'NO_OPEN_APPLICATION',
  HOME_PROVINCE: 'HOME_PROVINCE',
  HOLDS_ITEM: 'HOLDS_ITEM',
  RENEWAL_WINDOW: 'RENEWAL_WINDOW',
  RENEWAL_EXAM_WINDOW: 'RENEWAL_EXAM_WINDOW',
  EXEMPTION_CONDITIONS: 'EXEMPTION_CONDITIONS',
  EXEMPTION_NOT_REPEATED: 'EXEMPTION_NOT_REPEATED',
  RESIT_OPEN: 'RESIT_OPEN',
  CERTIFICATE_IN_FORCE: 'CERTIFICATE_IN_FORCE',
  NO_OPEN_REQUEST: 'NO_OPEN_REQUEST',
  NO_OPEN_CHANGE: 'NO_OPEN_CHANGE',
} as const;
export type EligibilityRuleCode = keyof typeof EligibilityRuleCode;

/** True for a code that names an eligibility rule. */
export function isEligibilityRuleCode(code: string): code is EligibilityRuleCode {
  return Object.hasOwn(EligibilityRuleCode, code);
}

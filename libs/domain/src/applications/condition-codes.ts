/** Conditions under which a field or a material is asked for, by code. */
export const ConditionCode = {
  LOWER_CERTIFICATE_NEEDED: 'LOWER_CERTIFICATE_NEEDED',
  RESULT_FROM_ELSEWHERE: 'RESULT_FROM_ELSEWHERE',
} as const;
export type ConditionCode = keyof typeof ConditionCode;

/** True for a code that names a condition. */
export function isConditionCode(code: string): code is ConditionCode {
  return Object.hasOwn(ConditionCode, code);
}

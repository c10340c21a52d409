import type { ApplicationType } from './application-type.js';
import { INSPECTION_RENEWAL } from './inspection-renewal.js';
import { TESTING_EXAM_RENEWAL } from './testing-exam-renewal.js';
import { TESTING_EXEMPT_RENEWAL } from './testing-exempt-renewal.js';
import { TESTING_INITIAL_RESIT } from './testing-initial-resit.js';
import { CERTIFICATE_CHANGE } from './certificate-change.js';
import { CERTIFICATE_REISSUE } from './certificate-reissue.js';
import { TESTING_INITIAL } from './testing-initial.js';
import { TESTING_RENEWAL_RESIT } from './testing-renewal-resit.js';
import { TYPE_TEST_RENEWAL } from './type-test-renewal.js';

/** Every application type there is; loading this module checks all of them. */
export const APPLICATION_TYPES: readonly ApplicationType[] = [
  INSPECTION_RENEWAL,
  TESTING_INITIAL,
  TESTING_EXEMPT_RENEWAL,
  TESTING_EXAM_RENEWAL,
  TESTING_INITIAL_RESIT,
  TESTING_RENEWAL_RESIT,
  TYPE_TEST_RENEWAL,
  CERTIFICATE_REISSUE,
  CERTIFICATE_CHANGE,
];

/** True for a code that names an application type. */
export function isApplicationTypeCode(code: string): boolean {
  return APPLICATION_TYPES.some((type) => type.code === code);
}

/** The type with this code. Throws for an unknown one: ask `isApplicationTypeCode` about codes from outside. */
export function applicationType(code: string): ApplicationType {
  const found = APPLICATION_TYPES.find((type) => type.code === code);
  if (found === undefined) throw new Error(`Unknown application type: ${code}`);
  return found;
}

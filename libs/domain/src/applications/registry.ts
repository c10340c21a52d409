import type { ApplicationType } from './application-type.js';
import { TESTING_INITIAL } from './testing-initial.js';

/** Every application type there is; loading this module checks all of them. */
export const APPLICATION_TYPES: readonly ApplicationType[] = [TESTING_INITIAL];

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

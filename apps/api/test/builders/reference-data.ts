import { fileURLToPath } from 'node:url';
import { loadReferenceData } from '../../src/catalogue/load-reference-data.js';
import type { ApiHarness } from '../support/api-harness.js';

export const REFERENCE_DIRECTORY = fileURLToPath(
  new URL('../../../../tools/reference-data', import.meta.url),
);

/** The shipped dictionaries, rules and majors with the invented institutions. @returns changed rows. */
export function withReferenceData(api: ApiHarness): Promise<number> {
  return loadReferenceData(api.db, { directory: REFERENCE_DIRECTORY, withDemo: true }, api.clock);
}

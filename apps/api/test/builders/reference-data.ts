import { fileURLToPath } from 'node:url';
import { CatalogueMemory } from '../../src/catalogue/catalogue-memory.js';
import { loadReferenceData } from '../../src/catalogue/loading/load-reference-data.js';
import type { ApiHarness } from '../support/api-harness.js';

export const REFERENCE_DIRECTORY = fileURLToPath(
  new URL('../../../../tools/reference-data', import.meta.url),
);

/** The shipped dictionaries, rules and majors with the invented institutions. @returns changed rows. */
export async function withReferenceData(api: ApiHarness): Promise<number> {
  const files = { directory: REFERENCE_DIRECTORY, withDemo: true };
  const changed = await loadReferenceData(api.db, files, api.clock);
  api.app.get(CatalogueMemory).forget();
  return changed;
}

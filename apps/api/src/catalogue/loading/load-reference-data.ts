import type { DataSource } from 'typeorm';
import { loadMajors } from '../../majors/load-majors.js';
import { readMajors } from '../../majors/majors-files.js';
import { systemActor } from '../../platform/access/actor.js';
import type { Clock } from '../../platform/clock/clock.js';
import { writeAudit } from '../../platform/database/audit-log.js';
import { loadCatalogue } from './load-catalogue.js';
import { readCatalogue } from './reference-files.js';

/** Where the reference files lie (tools/reference-data) and whether the invented ones are wanted. */
export interface ReferenceFiles {
  readonly directory: string;
  readonly withDemo: boolean;
}

const LOADER = systemActor('reference-data');

/**
 * Brings dictionaries, rules and majors to what the files say, all or nothing; rows the files do not
 * name stay. A second run changes nothing and leaves no audit row.
 *
 * @returns how many rows were added or rewritten.
 * @throws ReferenceFileError naming file and line; the database is then untouched.
 */
export async function loadReferenceData(
  dataSource: DataSource,
  { directory, withDemo }: ReferenceFiles,
  clock: Clock,
): Promise<number> {
  const catalogue = await readCatalogue(directory, withDemo);
  const majors = await readMajors(directory);
  return dataSource.transaction(async (em) => {
    const changed = (await loadCatalogue(em, catalogue)) + (await loadMajors(em, majors));
    if (changed > 0) {
      await writeAudit(em, LOADER, 'loadReferenceData', 'catalogue', { changed }, clock.now());
    }
    return changed;
  });
}

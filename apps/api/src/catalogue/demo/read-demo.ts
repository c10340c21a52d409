import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCatalogue } from '../loading/reference-files.js';
import { parseDemoAccounts, type DemoAccount } from './demo-accounts.js';
import { demoPeople } from './demo-people.js';
import type { DemoPerson } from './demo-person.js';
import { DEMO_BASE_DAY, parseDemoPlans, shiftPlans, type DemoPlan } from './demo-plans.js';

/** Everything invented that a demo installation shows, as of the day it is first seeded. */
export interface Demo {
  readonly accounts: readonly DemoAccount[];
  readonly people: readonly DemoPerson[];
  readonly plans: readonly DemoPlan[];
}

/**
 * Reads the demo files of `directory` (tools/reference-data). Seed them once: on a later day the
 * same plans and certificates would come out with later dates.
 *
 * @param today Shanghai day of first seeding.
 * @throws ReferenceFileError naming file and line of the first bad row.
 */
export async function readDemo(directory: string, today: string): Promise<Demo> {
  const read = (file: string): Promise<string> => readFile(join(directory, file), 'utf8');
  const { institutions, items, sites } = await readCatalogue(directory, true);
  const plans = parseDemoPlans(await read('demo_exam_plans.csv'), {
    institutionCodes: institutions.map(({ code }) => code),
    itemCodes: items.map(({ code }) => code),
    siteCodes: sites.map(({ code }) => code),
  });
  return {
    accounts: parseDemoAccounts(await read('demo-accounts.json')),
    people: demoPeople(today),
    plans: shiftPlans(plans, DEMO_BASE_DAY, today),
  };
}

import { compare, type Measured } from '../measure/compare.js';
import type { Operation } from '../operations/operation.js';
import { comparisonTable } from '../report/tables.js';
import { startField, stopField } from '../servers/field.js';
import type { Run } from './run.js';

/** Operations on all servers side by side, and on further builds of the API where some are named. */
export async function comparison(
  run: Run,
  operations: readonly Operation[],
  builds: readonly string[],
): Promise<Measured[]> {
  const { world, tokens, bounds, say } = run;
  const measured: Measured[] = [];
  const field = await startField(world.url, { ...run, builds });
  try {
    for (const operation of operations) {
      const rows = await compare(operation, field, world, tokens, bounds);
      measured.push(...rows);
      say(comparisonTable(rows));
    }
  } finally {
    await stopField(field);
  }
  return measured;
}

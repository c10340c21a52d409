import type { ApiHarness } from './api-harness.js';
import { statementsWithValues, type Statement } from './statements-of.js';

/** Part of what `ANALYZE FORMAT=JSON` says; numbers are measured, not estimated as EXPLAIN's. */
interface Plan {
  readonly table_name?: string;
  readonly r_loops?: number;
  readonly r_rows?: number | null;
}

/**
 * How many rows of its tables the database reads while it answers the statements of `work`. EXPLAIN
 * alone guesses and does not see LIMIT; ANALYZE runs the plan and counts.
 */
export async function rowsRead(api: ApiHarness, work: () => Promise<unknown>): Promise<number> {
  const statements = await statementsWithValues(api, work);
  let rows = 0;
  for (const statement of statements.filter(({ sql }) => /^\s*SELECT/i.test(sql))) {
    rows += counted(await analysed(api, statement));
  }
  return rows;
}

async function analysed({ db }: ApiHarness, { sql, values }: Statement): Promise<unknown> {
  const [row] = await db.query<{ ANALYZE: string }[]>(`ANALYZE FORMAT=JSON ${sql}`, [...values]);
  return JSON.parse(row?.ANALYZE ?? '{}') as unknown;
}

/** Tables may lie anywhere in the plan: joins, subqueries, unions. What was read before (`<derived2>`) is not read again. */
function counted(plan: unknown): number {
  if (typeof plan !== 'object' || plan === null) return 0;
  const { table_name: table, r_loops: loops = 0, r_rows: rows } = plan as Plan;
  const own = table === undefined || table.startsWith('<') ? 0 : loops * (rows ?? 0);
  return Object.values(plan).reduce<number>((sum, part) => sum + counted(part), own);
}

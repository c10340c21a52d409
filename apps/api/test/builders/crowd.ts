import type { ApiHarness } from '../support/api-harness.js';

/** What of a copied row is another than in its model: SQL in which `n` is the number of the copy. */
export type Differences = Readonly<Record<string, string>>;

/** An id that is the same for the same copy in every table. */
export const COPY_ID = "CONCAT('00000000-0000-7000-8000-', LPAD(n, 12, '0'))";

/**
 * Many rows like one that is there, for plans that are only right when a table is large. Encrypted
 * cells are bound to their row, so copies can be counted and passed over but not read.
 */
export async function copies(
  { db }: ApiHarness,
  {
    table,
    model,
    count,
  }: { readonly table: string; readonly model: string; readonly count: number },
  differences: Differences,
): Promise<void> {
  const columns = await db.query<{ name: string }[]>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = DATABASE() AND table_name = ? AND generation_expression IS NULL`,
    [table],
  );
  const names = columns.map(({ name }) => name);
  const values = names.map((name) => differences[name] ?? name);
  await db.query(
    `INSERT INTO ${table} (${names.join(', ')})
     SELECT ${values.join(', ')} FROM ${table} JOIN (SELECT seq AS n FROM seq_1_to_${count}) AS numbers WHERE id = ?`,
    [model],
  );
  await db.query(`ANALYZE TABLE ${table}`);
}

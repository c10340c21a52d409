import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

const CHUNK = 200;

/**
 * Brings a table to the given rows: adds what is missing, rewrites what differs, leaves alone what is
 * equal or unknown to `rows`. Running it twice changes nothing the second time.
 *
 * @returns how many rows were added or rewritten.
 */
export async function syncRows<Row extends ObjectLiteral>(
  em: EntityManager,
  table: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<number> {
  const { columns, primaryColumns } = em.dataSource.getMetadata(table);
  const names = columns.map(({ propertyName }) => propertyName);
  const keys = primaryColumns.map(({ propertyName }) => propertyName);
  const stored = new Map(
    (await em.find(table)).map((row) => [imageOf(row, keys), imageOf(row, names)]),
  );
  const differing = rows.filter((row) => stored.get(imageOf(row, keys)) !== imageOf(row, names));
  for (let start = 0; start < differing.length; start += CHUNK) {
    await em.upsert(table, differing.slice(start, start + CHUNK), keys);
  }
  return differing.length;
}

/** The named properties as text, objects with their keys in order: databases reorder JSON. */
function imageOf(row: ObjectLiteral, names: readonly string[]): string {
  return JSON.stringify(
    names.map((name) => row[name] as unknown),
    (_, value: unknown) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
  );
}

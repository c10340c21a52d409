import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

/** Columns of an entity's table under the names of its properties, for a SELECT of one's own. */
export function leanColumns<Row extends ObjectLiteral>(
  em: EntityManager,
  entity: EntityTarget<Row>,
  alias: string,
): string {
  return columnsOf(em, entity)
    .map(({ databaseName, propertyName }) => `${alias}.\`${databaseName}\` AS \`${propertyName}\``)
    .join(', ');
}

/**
 * Rows as plain objects with an entity's properties. Reading through TypeORM's `find` builds the
 * same objects at three to five times the cost (docs/performance.md), so every read that people wait
 * for goes through here.
 *
 * @param tail everything behind `FROM table t`
 */
export async function leanRows<Row extends ObjectLiteral>(
  em: EntityManager,
  entity: EntityTarget<Row>,
  tail: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const { tableName } = em.dataSource.getMetadata(entity);
  const rows = await em.query<Record<string, unknown>[]>(
    `SELECT ${leanColumns(em, entity, 't')} FROM ${tableName} t ${tail}`,
    [...values],
  );
  return rows.map((row) => asDeclared(em, entity, row));
}

/** Gives JSON and truth values of a raw row the types the entity declares; everything else has them. */
export function asDeclared<Row extends ObjectLiteral>(
  em: EntityManager,
  entity: EntityTarget<Row>,
  row: Record<string, unknown>,
): Row {
  const { driver } = em.dataSource;
  for (const column of columnsOf(em, entity)) {
    if (column.type !== 'json' && column.type !== Boolean && column.type !== 'boolean') continue;
    const { propertyName } = column;
    row[propertyName] = driver.prepareHydratedValue(row[propertyName], column);
  }
  return row as Row;
}

const columnsOf = <Row extends ObjectLiteral>(
  em: EntityManager,
  entity: EntityTarget<Row>,
): ColumnMetadata[] => em.dataSource.getMetadata(entity).columns.filter(({ isSelect }) => isSelect);

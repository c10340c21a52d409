import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { EntityMetadata } from 'typeorm/metadata/EntityMetadata.js';

/** What of an entity is worked out once. */
interface Shape {
  readonly columns: readonly ColumnMetadata[];
  /** Those whose raw value is not what the entity declares. */
  readonly coded: readonly ColumnMetadata[];
}

const shapes = new WeakMap<EntityMetadata, Shape>();

function shapeOf<Row extends ObjectLiteral>(em: EntityManager, entity: EntityTarget<Row>): Shape {
  const metadata = em.dataSource.getMetadata(entity);
  const known = shapes.get(metadata);
  if (known) return known;
  const columns = metadata.columns.filter(({ isSelect }) => isSelect);
  const coded = columns.filter(
    ({ type }) => type === 'json' || type === Boolean || type === 'boolean',
  );
  const shape = { columns, coded };
  shapes.set(metadata, shape);
  return shape;
}

/** Columns of an entity's table under the names of its properties, for a SELECT of one's own. */
export function leanColumns<Row extends ObjectLiteral>(
  em: EntityManager,
  entity: EntityTarget<Row>,
  alias: string,
): string {
  return shapeOf(em, entity)
    .columns.map(
      ({ databaseName, propertyName }) => `${alias}.\`${databaseName}\` AS \`${propertyName}\``,
    )
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
  for (const column of shapeOf(em, entity).coded) {
    const { propertyName } = column;
    row[propertyName] = driver.prepareHydratedValue(row[propertyName], column);
  }
  return row as Row;
}

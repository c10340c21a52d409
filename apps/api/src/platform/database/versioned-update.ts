import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';

/**
 * Writes `changes` only when the row still has the version the caller saw, and moves the version on.
 * TypeORM's own version column does not stop two concurrent writers (stack.md).
 *
 * @returns false when somebody was faster; the caller answers with a ConflictError.
 */
export async function updateVersioned<Row extends ObjectLiteral>(
  em: EntityManager,
  table: EntityTarget<Row>,
  id: string,
  version: number,
  changes: QueryDeepPartialEntity<Row>,
): Promise<boolean> {
  const result = await em
    .createQueryBuilder()
    .update(table)
    .set({ ...changes, version: () => 'version + 1' })
    .where('id = :id AND version = :version', { id, version })
    .execute();
  return result.affected === 1;
}

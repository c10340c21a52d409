import type { RegisteredStatus } from '@kaopu/domain';
import type { EntityManager } from 'typeorm';
import { leanColumns } from '../../platform/database/lean-rows.js';
import { StandingChangeRow } from './standing-change.entity.js';

/** A change with what its certificate says now. */
export type StoredChange = StandingChangeRow & {
  readonly status: RegisteredStatus;
  readonly holderAccountId: string | null;
};

/**
 * Changes `s` with their certificates `c`, in one statement.
 *
 * @param tail everything behind the join.
 */
export function storedChanges(
  em: EntityManager,
  tail: string,
  values: readonly unknown[],
): Promise<StoredChange[]> {
  return em.query<StoredChange[]>(
    `SELECT ${leanColumns(em, StandingChangeRow, 's')}, c.status, c.holder_account_id AS holderAccountId
     FROM standing_change s JOIN certificate c ON c.id = s.certificate_id ${tail}`,
    [...values],
  );
}

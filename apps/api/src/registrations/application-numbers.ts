import { applicationNumber } from '@kaopu/domain';
import type { EntityManager } from 'typeorm';

/**
 * The next application number of a month, `YYYYMM-NNNNNN` (experience.md §2): a counter row moved by
 * one statement, because "highest plus one" gives the same number to two people.
 */
export async function nextApplicationNumber(em: EntityManager, today: string): Promise<string> {
  const month = today.slice(0, 7).replace('-', '');
  // The statement itself says which number this is; read afterwards, it could be another connection's.
  const { insertId } = await em.query<{ insertId: number | string }>(
    `INSERT INTO application_counter (month, last_number) VALUES (?, LAST_INSERT_ID(1))
     ON DUPLICATE KEY UPDATE last_number = LAST_INSERT_ID(last_number + 1)`,
    [month],
  );
  return applicationNumber(today, Number(insertId));
}

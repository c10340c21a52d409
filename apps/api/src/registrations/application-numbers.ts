import { applicationNumber } from '@kaopu/domain';
import type { EntityManager } from 'typeorm';

/**
 * The next application number of a month, `YYYYMM-NNNNNN` (experience.md §2): a counter row moved by
 * one statement, because "highest plus one" gives the same number to two people.
 */
export async function nextApplicationNumber(em: EntityManager, today: string): Promise<string> {
  const month = today.slice(0, 7).replace('-', '');
  await em.query(
    `INSERT INTO application_counter (month, last_number) VALUES (?, LAST_INSERT_ID(1))
     ON DUPLICATE KEY UPDATE last_number = LAST_INSERT_ID(last_number + 1)`,
    [month],
  );
  const [row] = await em.query<{ n: number | string }[]>('SELECT LAST_INSERT_ID() AS n');
  return applicationNumber(today, Number(row?.n));
}

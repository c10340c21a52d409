import { createConnection } from 'mysql2/promise';
import { ownSystem } from './system.ts';

/** Does something while the desk chooses the plans of a registration type; afterwards candidates do again. */
export async function whileTheDeskChoosesPlans(
  type: string,
  work: () => Promise<void>,
): Promise<void> {
  const database = await createConnection(ownSystem()?.database ?? '');
  const row = [`planChoice.${type}`, '2020-01-01'];
  try {
    // No screen changes a rule before tomorrow.
    await database.query(
      `INSERT INTO rule_parameter (code, valid_from, value, trust, source)
       VALUES (?, ?, '"BY_STAFF"', 'ours', '演示')`,
      row,
    );
    try {
      await work();
    } finally {
      await database.query('DELETE FROM rule_parameter WHERE code = ? AND valid_from = ?', row);
    }
  } finally {
    await database.end();
  }
}

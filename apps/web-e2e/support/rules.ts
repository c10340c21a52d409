import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { ownSystem } from './system.ts';

/** The server asks again what the rules are after five seconds. */
const KNOWN_MILLISECONDS = 5500;

/** Does something while the desk chooses the plans of a registration type; afterwards candidates do again. */
export async function whileTheDeskChoosesPlans(
  type: string,
  work: () => Promise<void>,
): Promise<void> {
  const database = await createConnection(ownSystem()?.database ?? '');
  const row = [`planChoice.${type}`, '2020-01-01'];
  try {
    // No screen changes a rule before tomorrow.
    await database.query('DELETE FROM rule_parameter WHERE code = ? AND valid_from = ?', row);
    await database.query(
      `INSERT INTO rule_parameter (code, valid_from, value, trust, source)
       VALUES (?, ?, '"BY_STAFF"', 'ours', '演示')`,
      row,
    );
    try {
      await sleep(KNOWN_MILLISECONDS);
      await work();
    } finally {
      await database.query('DELETE FROM rule_parameter WHERE code = ? AND valid_from = ?', row);
      await sleep(KNOWN_MILLISECONDS);
    }
  } finally {
    await database.end();
  }
}

import { createConnection } from 'mysql2/promise';
import { ownSystem } from './system.ts';

/** What an exam plan turns into while somebody fills in a form. */
type Turn = 'CLOSED' | 'FULL';

const TURNS: Readonly<Record<Turn, string>> = {
  CLOSED: "status = 'REGISTRATION_CLOSED'",
  FULL: 'taken = capacity',
};

/** Does something while a plan is closed or full; afterwards the plan is as it was. */
export async function whilePlanIs(
  turn: Turn,
  planNo: string,
  work: () => Promise<void>,
): Promise<void> {
  const database = await createConnection(ownSystem()?.database ?? '');
  try {
    const [rows] = await database.query('SELECT status, taken FROM exam_plan WHERE plan_no = ?', [
      planNo,
    ]);
    const [before] = rows as { status: string; taken: number }[];
    if (!before) throw new Error(`there is no plan ${planNo}`);
    await database.query(`UPDATE exam_plan SET ${TURNS[turn]} WHERE plan_no = ?`, [planNo]);
    try {
      await work();
    } finally {
      const { status, taken } = before;
      await database.query('UPDATE exam_plan SET status = ?, taken = ? WHERE plan_no = ?', [
        status,
        taken,
        planNo,
      ]);
    }
  } finally {
    await database.end();
  }
}

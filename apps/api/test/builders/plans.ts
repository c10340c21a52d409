import { v7 as uuid } from 'uuid';
import { ExamPlanLoader, type PlanToLoad } from '../../src/exams/exam-plan-loader.js';
import type { ApiHarness } from '../support/api-harness.js';

/** A plan of the Anhui institution that takes initial exams of level Ⅰ on the day the tests start. */
export async function aPlan(
  api: ApiHarness,
  overrides: Partial<PlanToLoad> = {},
): Promise<PlanToLoad & { readonly id: string }> {
  const plan: PlanToLoad = {
    planNo: `T-${uuid().slice(-12)}`,
    name: '演示考试计划',
    institutionCode: 'EI-34',
    track: 'TESTING',
    itemCodes: ['MT-I', 'PT-I', 'RT-I', 'UT-I'],
    registrationTypes: ['INITIAL'],
    siteCodes: ['S-3401-A', 'S-3401-B'],
    registrationFrom: '2026-11-01',
    registrationTo: '2026-12-10',
    examFrom: '2027-01-10',
    examTo: '2027-01-12',
    ticketFrom: '2026-12-28',
    ticketTo: '2027-01-05',
    resultDue: '2027-02-10',
    capacity: 100,
    taken: 0,
    status: 'REGISTRATION_OPEN',
    ...overrides,
  };
  await api.app.get(ExamPlanLoader).load([plan]);
  const [row] = await api.db.query<{ id: string }[]>('SELECT id FROM exam_plan WHERE plan_no = ?', [
    plan.planNo,
  ]);
  if (!row) throw new Error(`Plan ${plan.planNo} was not loaded.`);
  return { ...plan, id: row.id };
}

/** How many seats of a plan are taken. */
export async function seatsTaken(api: ApiHarness, planId: string): Promise<number> {
  const [row] = await api.db.query<{ taken: number }[]>(
    'SELECT taken FROM exam_plan WHERE id = ?',
    [planId],
  );
  return Number(row?.taken);
}

/** What an institution may have changed about a plan since people chose it. */
export interface PlanChange {
  readonly registration_from?: string;
  readonly registration_to?: string;
  readonly exam_from?: string;
  readonly capacity?: number;
  readonly taken?: number;
  readonly status?: PlanToLoad['status'];
}

/** Changes a plan people may have chosen already. */
export async function changePlan(
  api: ApiHarness,
  planId: string,
  change: PlanChange,
): Promise<void> {
  const columns = Object.keys(change).map((column) => `${column} = ?`);
  await api.db.query(`UPDATE exam_plan SET ${columns.join(', ')} WHERE id = ?`, [
    ...Object.values(change),
    planId,
  ]);
}

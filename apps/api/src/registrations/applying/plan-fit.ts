import { planReason, windowReason, type PlanReason } from '@kaopu/domain';
import type { Plan, WholePlan } from '../../exams/exam-plan.type.js';
import { isTaking } from '../../exams/plan-status.js';
import type { CaseFile } from '../cases/case-file.js';

/** Why a case cannot take this plan now, or null when it can; a seat it holds there does not count against it. */
export function planMisfit(
  plan: WholePlan,
  { row, type }: Pick<CaseFile, 'row' | 'type'>,
  now: Date,
): PlanReason | null {
  const { seatsTotal, seatsLeft, status } = plan;
  return planReason(
    {
      ...plan,
      isTaking: isTaking(status),
      capacity: seatsTotal,
      seatsHeld: seatsTotal - seatsLeft,
    },
    { itemCode: row.itemCode, registrationType: type.registrationType },
    now,
    row.seatPlanId === plan.id,
  );
}

/** Whether nobody can register for the plan now, whoever asks. */
export const isClosed = (plan: Plan, now: Date): boolean =>
  windowReason({ ...plan, isTaking: isTaking(plan.status) }, now) !== null;

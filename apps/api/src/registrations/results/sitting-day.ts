import { shanghaiDate } from '@kaopu/domain';
import type { Plan } from '../../exams/exam-plan.type.js';

/**
 * The day a person sat the exam, from which a resit period runs (domain.md §9): the plan's last exam
 * day, however late the marks were typed; the day of typing where that day is not set or not over.
 */
export function sittingDay(
  plan: Pick<Plan, 'examFrom' | 'examTo'> | null,
  enteredAt: Date,
): string {
  const typedOn = shanghaiDate(enteredAt);
  const lastDay = plan?.examTo ?? plan?.examFrom ?? typedOn;
  return lastDay < typedOn ? lastDay : typedOn;
}

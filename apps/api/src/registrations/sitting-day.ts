import { shanghaiDate } from '@kaopu/domain';
import type { CaseFile } from './case-file.js';

/**
 * The day a person sat the exam, from which a resit period runs (domain.md §9): the plan's last exam
 * day, however late the marks were typed; the day of typing where that day is not set or not over.
 */
export function sittingDay({ examDays }: Pick<CaseFile, 'examDays'>, enteredAt: Date): string {
  const typedOn = shanghaiDate(enteredAt);
  const lastDay = examDays?.to ?? examDays?.from ?? typedOn;
  return lastDay < typedOn ? lastDay : typedOn;
}

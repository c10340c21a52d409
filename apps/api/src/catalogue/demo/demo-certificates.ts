import { addDays, addMonths } from '@kaopu/domain';
import type { DemoCertificate, DemoPerson } from './demo-person.js';

const TOTAL = 90;
const FIRST_END = -14;
const LAST_END = 60;
const VALID_MONTHS = 60;
const LAST_AGE_MONTHS = 65 * 12;
/** Coprime with TOTAL, so that neighbours end far apart and every end is used once. */
const STRIDE = 37;
/** Whole months from today to the end of the certificates of those whose log-ins are handed out. */
const FIXED_ENDS: Readonly<Record<number, number>> = { 1: 5, 41: 4, 55: 3 };
const BEYOND_65 = 43;

const PROVINCES: Readonly<Record<string, { authorityCode: string; institutionCode: string }>> = {
  '34': { authorityCode: 'P34', institutionCode: 'EI-34' },
  '32': { authorityCode: 'P32', institutionCode: 'EI-32' },
  '37': { authorityCode: 'P37', institutionCode: 'EI-37' },
};
const NATIONAL = { authorityCode: 'SAMR', institutionCode: 'EI-00' };

type Holder = Pick<DemoPerson, 'serial' | 'track' | 'birthDate' | 'divisionCode'>;

/**
 * None, one or two certificates of different items. Over all people the ends spread evenly from 14
 * months before to 60 months after `today`, never beyond the holder's 65th birthday.
 *
 * @param issued how many certificates the people before this one hold.
 */
export function demoCertificates(
  holder: Holder,
  items: readonly string[],
  today: string,
  issued: number,
): DemoCertificate[] {
  return Array.from({ length: countOf(holder.serial) }, (_, index) => {
    const spread = ((issued + index) * STRIDE) % TOTAL;
    const approvalDate = addMonths(today, endOf(holder.serial, index, spread) - VALID_MONTHS);
    const uncapped = addDays(addMonths(approvalDate, VALID_MONTHS), -1);
    const birthday65 = addMonths(holder.birthDate, LAST_AGE_MONTHS);
    const wasRenewed = index === 0 && holder.serial % 2 === 1;
    return {
      number: `YS-${holder.track.slice(0, 2)}-${String(holder.serial).padStart(4, '0')}-${index + 1}`,
      track: holder.track,
      itemCode: itemOf(items, holder.serial, index),
      ...(PROVINCES[holder.divisionCode.slice(0, 2)] ?? NATIONAL),
      firstIssueDate: wasRenewed ? firstIssue(holder, approvalDate) : approvalDate,
      approvalDate,
      validFrom: approvalDate,
      validTo: uncapped < birthday65 ? uncapped : birthday65,
    };
  });
}

/** Six newcomers hold nothing; 36 people hold two, 18 one: 90 in all. */
function countOf(serial: number): number {
  if (serial % 10 === 4) return 0;
  return [1, 2, 8].includes(serial % 10) ? 1 : 2;
}

function endOf(serial: number, index: number, spread: number): number {
  const fixed = index === 0 ? FIXED_ENDS[serial] : undefined;
  if (fixed !== undefined) return fixed;
  if (serial === BEYOND_65) return FIRST_END + index;
  return FIRST_END + Math.floor((spread * (LAST_END - FIRST_END)) / (TOTAL - 1));
}

/** The ready candidate holds MT-II, so that RT and UT are there to be applied for. */
function itemOf(items: readonly string[], serial: number, index: number): string {
  const offset = serial === 1 ? items.indexOf('MT-II') : serial + index;
  return items[offset % items.length] ?? '';
}

/** One period earlier, unless the holder was not yet 18. */
function firstIssue({ birthDate }: Holder, approvalDate: string): string {
  const earlier = addMonths(approvalDate, -VALID_MONTHS);
  return earlier >= addMonths(birthDate, 18 * 12) ? earlier : approvalDate;
}

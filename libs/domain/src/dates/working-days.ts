import { addDays, weekday, type LocalDate } from './local-date.js';

/** Public holidays, and the weekend days worked instead (调休), as published for each year. */
export interface HolidayCalendar {
  readonly holidays: readonly LocalDate[];
  readonly workdays: readonly LocalDate[];
}

/** True when offices are open on `date`. */
export function isWorkingDay(date: LocalDate, calendar: HolidayCalendar): boolean {
  if (calendar.workdays.includes(date)) return true;
  if (calendar.holidays.includes(date)) return false;
  const day = weekday(date);
  return day !== 0 && day !== 6;
}

/**
 * The day that is `count` working days before (negative) or after `date`; `date` itself is not counted.
 * Years without a published calendar count weekends only.
 */
export function addWorkingDays(
  date: LocalDate,
  count: number,
  calendar: HolidayCalendar,
): LocalDate {
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(count);
  let day = date;
  while (left > 0) {
    day = addDays(day, step);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

import { addDays, type LocalDate } from './local-date.js';

const OFFSET_MS = 8 * 3_600_000;

/** The instant a day begins in Asia/Shanghai (fixed +08:00; no summer time since 1992). */
export function shanghaiDayStart(date: LocalDate): Date {
  return new Date(`${date}T00:00:00.000+08:00`);
}

/**
 * The instant a day ends in Asia/Shanghai, 24:00 of that day. A deadline on this day is open
 * strictly before this instant (domain.md §10 invariant 7).
 */
export function shanghaiDayEnd(date: LocalDate): Date {
  return shanghaiDayStart(addDays(date, 1));
}

/** The calendar day in Asia/Shanghai at an instant. */
export function shanghaiDate(instant: Date): LocalDate {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

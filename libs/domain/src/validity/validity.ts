import { addDays, addMonths, addYears, earlier, type LocalDate } from '../dates/local-date.js';
import { addWorkingDays, type HolidayCalendar } from '../dates/working-days.js';
import type { RuleParameters } from '../eligibility/parameters.js';

/** The rule numbers validity depends on. */
export type ValidityParameters = Pick<RuleParameters, 'validityYears' | 'ageCap' | 'lastDay'>;

function termEnd(from: LocalDate, { validityYears, lastDay }: ValidityParameters): LocalDate {
  if (lastDay === 'ANNIVERSARY') return addYears(from, validityYears);
  // The day before the anniversary; a term that begins on 29 February ends on 28 February.
  return addYears(addDays(from, -1), validityYears);
}

/**
 * The last day of a certificate item approved on `approvedOn`: N years, never beyond the holder's
 * birthday at the age cap (domain.md §5).
 */
export function validityEnd(
  approvedOn: LocalDate,
  birthDate: LocalDate,
  parameters: ValidityParameters,
): LocalDate {
  return earlier(termEnd(approvedOn, parameters), addYears(birthDate, parameters.ageCap));
}

/** The days every holder should know (domain.md §5). */
export interface RenewalTimeline {
  readonly examOpens: LocalDate;
  readonly planning: LocalDate;
  readonly windowOpens: LocalDate;
  /** Last safe day to apply: the given number of working days before the end. */
  readonly lastSafe: LocalDate;
  readonly expires: LocalDate;
  /** Last day for renewal by exam after the end. */
  readonly lastChance: LocalDate;
}

/** The renewal timeline of an item that is valid to `validTo`. */
export function renewalTimeline(
  validTo: LocalDate,
  renewal: RuleParameters['renewal'],
  calendar: HolidayCalendar,
): RenewalTimeline {
  return {
    examOpens: addMonths(validTo, -renewal.examOpensMonths),
    planning: addMonths(validTo, -renewal.planningMonths),
    windowOpens: addMonths(validTo, -renewal.windowOpensMonths),
    lastSafe: addWorkingDays(validTo, -renewal.lastSafeWorkingDays, calendar),
    expires: validTo,
    lastChance: addMonths(validTo, renewal.graceMonths),
  };
}

/** Where a holder stands in the timeline; each has a text `renewalStage.<stage>`. */
export type RenewalStage =
  'EARLY' | 'EXAM_OPEN' | 'PLANNING' | 'WINDOW_OPEN' | 'LATE' | 'EXPIRED' | 'LAPSED';

/** The stage on `today`. */
export function renewalStage(timeline: RenewalTimeline, today: LocalDate): RenewalStage {
  if (today > timeline.lastChance) return 'LAPSED';
  if (today > timeline.expires) return 'EXPIRED';
  if (today > timeline.lastSafe) return 'LATE';
  if (today >= timeline.windowOpens) return 'WINDOW_OPEN';
  if (today >= timeline.planning) return 'PLANNING';
  return today >= timeline.examOpens ? 'EXAM_OPEN' : 'EARLY';
}

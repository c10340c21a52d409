import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addYears } from '../dates/local-date.js';
import { isWorkingDay } from '../dates/working-days.js';
import { DEFAULT_RULE_PARAMETERS } from '../eligibility/parameters.js';
import { hasText } from '../texts/text.js';
import { renewalStage, renewalTimeline, validityEnd } from './validity.js';

const BEFORE = { ...DEFAULT_RULE_PARAMETERS, lastDay: 'DAY_BEFORE' } as const;
const ON = { ...DEFAULT_RULE_PARAMETERS, lastDay: 'ANNIVERSARY' } as const;
const NO_HOLIDAYS = { holidays: [], workdays: [] };
const dates = (from: string, days: number) =>
  fc.integer({ min: 0, max: days }).map((n) => addDays(from, n));

describe('The end of validity', () => {
  it.each([
    ['2026-11-24', '1990-01-01', BEFORE, '2031-11-23'],
    ['2026-11-24', '1990-01-01', ON, '2031-11-24'],
    ['2028-02-29', '1990-01-01', BEFORE, '2033-02-28'],
    ['2028-02-29', '1990-01-01', ON, '2033-02-28'],
    ['2028-03-01', '1990-01-01', BEFORE, '2033-02-28'],
    ['2026-11-24', '1964-06-15', BEFORE, '2029-06-15'],
    ['2026-11-24', '1964-02-29', BEFORE, '2029-02-28'],
    ['2026-11-24', '1966-11-23', BEFORE, '2031-11-23'],
    ['2026-11-24', '1966-11-22', BEFORE, '2031-11-22'],
  ])('of an approval on %s for somebody born on %s', (approved, born, parameters, end) => {
    expect(validityEnd(approved, born, parameters)).toBe(end);
  });

  it('is never beyond the birthday at the age cap', () => {
    fc.assert(
      fc.property(
        dates('1955-01-01', 20_000),
        dates('2020-01-01', 6_000),
        fc.constantFrom(BEFORE, ON),
        (born, approved, parameters) => {
          const end = validityEnd(approved, born, parameters);
          expect(end <= addYears(born, 65)).toBe(true);
          expect(end <= addYears(approved, 5)).toBe(true);
        },
      ),
    );
  });
});

describe('The renewal timeline', () => {
  const timeline = renewalTimeline('2028-06-30', DEFAULT_RULE_PARAMETERS.renewal, NO_HOLIDAYS);

  it('names the days every holder should know', () => {
    expect(timeline).toEqual({
      examOpens: '2026-06-30',
      planning: '2027-06-30',
      windowOpens: '2027-12-30',
      lastSafe: '2028-05-19',
      expires: '2028-06-30',
      lastChance: '2029-06-30',
    });
  });

  it.each([
    ['2026-06-29', 'EARLY'],
    ['2026-06-30', 'EXAM_OPEN'],
    ['2027-06-30', 'PLANNING'],
    ['2027-12-30', 'WINDOW_OPEN'],
    ['2028-05-19', 'WINDOW_OPEN'],
    ['2028-05-20', 'LATE'],
    ['2028-06-30', 'LATE'],
    ['2028-07-01', 'EXPIRED'],
    ['2029-06-30', 'EXPIRED'],
    ['2029-07-01', 'LAPSED'],
  ])('on %s stands at %s', (today, stage) => {
    expect(renewalStage(timeline, today)).toBe(stage);
    expect(hasText(`renewalStage.${stage}`)).toBe(true);
  });

  it('reaches the last safe day earlier when there are holidays', () => {
    const calendar = { holidays: ['2028-06-05', '2028-06-06'], workdays: [] };
    const { lastSafe } = renewalTimeline('2028-06-30', DEFAULT_RULE_PARAMETERS.renewal, calendar);
    expect(lastSafe).toBe('2028-05-17');
    expect(isWorkingDay(lastSafe, calendar)).toBe(true);
  });
});

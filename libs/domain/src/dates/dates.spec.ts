import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  daysBetween,
  isLocalDate,
  localDateOf,
  weekday,
} from './local-date.js';
import { shanghaiDate, shanghaiDayEnd, shanghaiDayStart } from './shanghai.js';
import { parseTypedDate } from './typed-date.js';
import { addWorkingDays, isWorkingDay } from './working-days.js';

const dates = fc.integer({ min: -30_000, max: 30_000 }).map((days) => addDays('2000-01-01', days));

describe('A date', () => {
  it.each(['2026-11-24', '2000-02-29', '1900-02-28'])('%s exists', (date) => {
    expect(isLocalDate(date)).toBe(true);
  });

  it.each([
    '1990-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-31',
    '2026-1-1',
    '',
    null,
    20261124,
  ])('%j is none', (value) => {
    expect(isLocalDate(value)).toBe(false);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-24', 14, '2028-01-24'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s moved by %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it('29 February moved to a common year is 28 February', () => {
    expect(addYears('2028-02-29', 5)).toBe('2033-02-28');
  });

  it.each([
    ['2008-11-24', '2026-11-23', 17],
    ['2008-11-24', '2026-11-24', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
  ])('somebody born on %s is on %s %i years old', (born, day, age) => {
    expect(ageOn(born, day)).toBe(age);
  });

  it('moved by days comes back, and the days between are those moved', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('that does not exist is refused by every calculation', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow('2026-02-30');
    expect(localDateOf(2026, 2, 30)).toBeNull();
  });
});

describe('A typed date', () => {
  it.each([
    '2020-03-27',
    '20200327',
    '2020年3月27日',
    '2020/3/27',
    '2020.3.27',
    '２０２０-０３-２７',
    ' 2020 年 03 月 27 日 ',
  ])('is read from %j', (typed) => {
    expect(parseTypedDate(typed)).toBe('2020-03-27');
  });

  it.each(['', '27.3.2020', '2020-02-30', '2020', '2020-03', '1月2日'])(
    'is not read from %j',
    (typed) => {
      expect(parseTypedDate(typed)).toBeNull();
    },
  );
});

describe('A day in Shanghai', () => {
  it('ends at 24:00 there, 16:00 UTC', () => {
    expect(shanghaiDayStart('2026-11-24').toISOString()).toBe('2026-11-23T16:00:00.000Z');
    expect(shanghaiDayEnd('2026-11-24').toISOString()).toBe('2026-11-24T16:00:00.000Z');
  });

  it('holds exactly the instants from its start to before its end', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const end = shanghaiDayEnd(date);
        expect(shanghaiDate(shanghaiDayStart(date))).toBe(date);
        expect(shanghaiDate(new Date(end.getTime() - 1))).toBe(date);
        expect(shanghaiDate(end)).toBe(addDays(date, 1));
      }),
    );
  });
});

describe('Working days', () => {
  /** A week of holidays with the Saturday before worked instead. */
  const calendar = {
    holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
    workdays: ['2026-09-26'],
  };

  it.each([
    ['2026-09-26', true],
    ['2026-09-27', false],
    ['2026-10-01', false],
    ['2026-10-08', true],
  ])('%s is one: %s', (date, works) => {
    expect(isWorkingDay(date, calendar)).toBe(works);
  });

  it.each([
    ['2026-10-08', -1, '2026-09-30'],
    ['2026-10-08', -4, '2026-09-26'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-10-08', 0, '2026-10-08'],
  ])('counted from %s by %i lead to %s', (from, count, to) => {
    expect(addWorkingDays(from, count, calendar)).toBe(to);
  });

  it('always land on a working day', () => {
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: -60, max: 60 }).filter((n) => n !== 0),
        (date, count) => {
          expect(isWorkingDay(addWorkingDays(date, count, calendar), calendar)).toBe(true);
        },
      ),
    );
  });

  it('know Sunday from Saturday', () => {
    expect(weekday('2026-11-22')).toBe(0);
    expect(weekday('2026-11-28')).toBe(6);
  });
});

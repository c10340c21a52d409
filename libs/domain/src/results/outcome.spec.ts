import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../dates/local-date.js';
import {
  effectiveResults,
  itemOutcome,
  resitUntil,
  scoreInHundredths,
  subjectsToResit,
} from './outcome.js';
import type { SubjectOutcome, SubjectSitting } from './subject-result.js';

const SUBJECTS = [
  { code: 'T1', passMark: 70, fullMark: 100 },
  { code: 'P1', passMark: 70, fullMark: 100 },
];
const WINDOW = { asOf: '2026-11-24', resitMonths: 24 };

function sat(
  subjectCode: string,
  score: string | null,
  satOn = '2026-10-24',
  outcome: SubjectOutcome = score === null ? 'ABSENT' : 'PRESENT',
): SubjectSitting {
  return { subjectCode, outcome, score, satOn };
}

describe('The outcome of an item', () => {
  it.each<readonly [string, readonly SubjectSitting[], string]>([
    ['all subjects at the pass mark', [sat('T1', '70'), sat('P1', '70.0')], 'PASSED'],
    ['one subject just below', [sat('T1', '69.99'), sat('P1', '100')], 'FAILED'],
    ['one subject absent', [sat('T1', null), sat('P1', '80')], 'FAILED'],
    ['absent from everything', [sat('T1', null), sat('P1', null)], 'ABSENT'],
    ['nothing recorded', [], 'ABSENT'],
    ['cheating in one subject', [sat('T1', '90'), sat('P1', null, '2026-10-24', 'VOID')], 'VOID'],
    ['a score on a void paper', [sat('T1', '90'), sat('P1', '90', '2026-10-24', 'VOID')], 'VOID'],
    ['a malformed score', [sat('T1', '90'), sat('P1', 'ninety')], 'FAILED'],
    [
      'an old pass and a resit',
      [sat('T1', '75', '2025-01-10'), sat('P1', '50', '2025-01-10'), sat('P1', '71')],
      'PASSED',
    ],
    ['an expired pass and a resit', [sat('T1', '75', '2024-11-23'), sat('P1', '71')], 'FAILED'],
    ['a pass on its last day', [sat('T1', '75', '2024-11-24'), sat('P1', '71')], 'PASSED'],
    [
      'a worse sitting after a pass',
      [sat('T1', '90', '2026-01-10'), sat('T1', '20'), sat('P1', '80')],
      'PASSED',
    ],
    ['a sitting of another subject', [sat('T1', '90'), sat('X9', '90')], 'FAILED'],
  ])('with %s', (_title, sittings, outcome) => {
    expect(itemOutcome(SUBJECTS, sittings, WINDOW)).toBe(outcome);
  });

  it('is never passed for an item without subjects', () => {
    expect(itemOutcome([], [], WINDOW)).not.toBe('PASSED');
  });

  it('within one exam does not ask how old the sitting is', () => {
    expect(
      itemOutcome(SUBJECTS, [sat('T1', '70', '2001-01-01'), sat('P1', '70', '2001-01-01')]),
    ).toBe('PASSED');
  });

  it('does not depend on the order the sittings are handed in', () => {
    const sittings = fc.array(
      fc.record({
        subjectCode: fc.constantFrom('T1', 'P1'),
        outcome: fc.constantFrom('PRESENT', 'ABSENT'),
        score: fc.integer({ min: 0, max: 100 }).map(String),
        satOn: fc.integer({ min: 0, max: 900 }).map((days) => addDays('2024-06-01', days)),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(sittings, (some) => {
        const turned = [...some].reverse();
        expect(subjectsToResit(effectiveResults(SUBJECTS, turned, WINDOW))).toEqual(
          subjectsToResit(effectiveResults(SUBJECTS, some, WINDOW)),
        );
      }),
    );
  });
});

describe('The result that counts', () => {
  it('is the best pass, else the latest sitting', () => {
    const results = effectiveResults(
      SUBJECTS,
      [
        sat('T1', '80', '2026-01-10'),
        sat('T1', '90', '2026-03-10'),
        sat('T1', '85'),
        sat('P1', '60', '2026-01-10'),
        sat('P1', '55'),
      ],
      WINDOW,
    );
    expect(results.map(({ sitting, passed }) => [sitting?.score, passed])).toEqual([
      ['90', true],
      ['55', false],
    ]);
    expect(subjectsToResit(results)).toEqual(['P1']);
  });
});

describe('The resit period', () => {
  it('lasts the given months from the first sitting', () => {
    expect(resitUntil('2026-10-24', 24)).toBe('2028-10-24');
    expect(resitUntil('2028-02-29', 12)).toBe('2029-02-28');
  });
});

describe('A score', () => {
  it.each([
    ['70', 7000],
    ['69.5', 6950],
    ['69.05', 6905],
    [' 0 ', 0],
    ['', null],
    ['-1', null],
    ['7.125', null],
    ['1e2', null],
  ])('%j is %s hundredths', (score, hundredths) => {
    expect(scoreInHundredths(score)).toBe(hundredths);
  });
});

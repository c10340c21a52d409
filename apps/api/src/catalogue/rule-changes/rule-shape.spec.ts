import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../loading/reference-files.js';
import { ASSEMBLED, isReadable } from './rule-shape.js';

const DIRECTORY = fileURLToPath(new URL('../../../../../tools/reference-data', import.meta.url));
const { ruleParameters: shipped } = await readCatalogue(DIRECTORY, false);

const readable = (code: string, value: unknown): boolean =>
  isReadable(shipped, {
    ...{ code, value, validFrom: '2027-01-01', validTo: null },
    ...{ trust: 'ours', source: '' },
  });

const family = (code: string): string => code.split('.')[0] ?? '';

describe('isReadable', () => {
  it.each(shipped.map(({ code, value }) => [code, value]))(
    'takes the shipped value of %s, and no nonsense in its place',
    (code, value) => {
      expect(readable(code, value)).toBe(true);
      for (const nonsense of [null, {}, 'nonsense', [[]], -1, { a: 1 }]) {
        expect(readable(code, nonsense)).toBe(false);
      }
    },
  );

  it('knows of every family of the rules whether it is assembled', () => {
    const bare = shipped.filter(({ code }) => !ASSEMBLED.has(family(code)));
    expect(new Set(bare.map(({ code }) => family(code)))).toEqual(
      new Set([
        'accountsPerPhone',
        'applicationFee',
        'authorityWorkingDays',
        'cheatingBanMonths',
        'closingReminderDaysBefore',
        'institutionWorkingDays',
        'photoMaxAgeMonths',
        'planChoice',
        'recordRetentionYearsAfterExpiry',
        'rejectedDraftRetentionMonths',
        'renewalReminders',
        'restoreDays',
        'resultReviewWorkingDays',
        'returnDeadlineDays',
        'returnRemindersDaysBefore',
      ]),
    );
  });

  it.each([
    ['planChoice.testing-initial', 'BY_STAFF', true],
    ['planChoice.testing-initial', 'NONE', false],
    ['maximumResits', 2, true],
    ['returnDeadlineDays', 45, true],
    ['returnDeadlineDays', 1_000_000, false],
    ['returnDeadlineDays', '45', false],
    ['age', { min: 18, below: -1 }, false],
    ['ndtMajors', ['长'.repeat(20_000)], false],
  ])('%s = %j: %s', (code, value, expected) => {
    expect(readable(code, value)).toBe(expected);
  });
});

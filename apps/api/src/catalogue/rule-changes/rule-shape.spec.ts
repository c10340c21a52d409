import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { RuleParameterRow } from '../catalogue-rows.js';
import { readCatalogue } from '../loading/reference-files.js';
import { isRead, isReadable } from './rule-shape.js';

const DIRECTORY = fileURLToPath(new URL('../../../../../tools/reference-data', import.meta.url));
const { ruleParameters: shipped } = await readCatalogue(DIRECTORY, false);

const readable = (code: string, value: unknown): boolean =>
  isReadable(shipped, {
    ...{ code, value, validFrom: '2027-01-01', validTo: null },
    ...{ trust: 'ours', source: '' },
  });

describe('isReadable', () => {
  it.each(shipped.filter(({ code }) => isRead(code)).map(({ code, value }) => [code, value]))(
    'takes the shipped value of %s, and no nonsense in its place',
    (code, value) => {
      expect(readable(code, value)).toBe(true);
      for (const nonsense of [null, {}, 'nonsense', [[]], -1, { a: 1 }]) {
        expect(readable(code, nonsense)).toBe(false);
      }
    },
  );

  it('knows which rules nothing reads yet', () => {
    const unread = shipped.filter(({ code }) => !isRead(code));
    expect(unread.map(({ code }) => code).toSorted()).toEqual([
      'applicationFee',
      'authorityWorkingDays',
      'closingReminderDaysBefore',
      'institutionWorkingDays',
      'photoMaxAgeMonths',
      'recordRetentionYearsAfterExpiry',
      'rejectedDraftRetentionMonths',
      'renewalReminders',
      'resultReviewWorkingDays',
      'returnRemindersDaysBefore',
    ]);
  });

  it('compares a value with the one it follows, not with the first there was', () => {
    const newer = { code: 'lowerLevelMonths', value: { I: 0, II: 0 }, validFrom: '2026-01-01' };
    const rows = [...shipped, { ...newer, validTo: null, trust: 'ours', source: '' } as const];
    const change = { ...newer, validFrom: '2027-01-01', validTo: null, trust: 'ours', source: '' };
    expect(isReadable(rows, { ...change, value: { I: 1, II: 2 } } as RuleParameterRow)).toBe(true);
    expect(isReadable(rows, { ...change, value: { II: 2 } } as RuleParameterRow)).toBe(false);
  });

  it.each([
    ['planChoice.testing-initial', 'BY_STAFF', true],
    ['planChoice.testing-initial', 'NONE', false],
    ['maximumResits', 2, true],
    ['returnDeadlineDays', 45, true],
    ['returnDeadlineDays', 6000, false],
    ['certificateNumber', 'TS-{SEQ:6}', true],
    ['certificateNumber.P34', 'TS-{YYYY}', false],
    ['certificateNumber.P34', 5, false],
    ['applicationFee', 100, false],
    ['returnDeadlineDays', '45', false],
    ['age', { min: 18, below: -1 }, false],
    ['ndtMajors', ['长'.repeat(20_000)], false],
  ])('%s = %j: %s', (code, value, expected) => {
    expect(readable(code, value)).toBe(expected);
  });
});

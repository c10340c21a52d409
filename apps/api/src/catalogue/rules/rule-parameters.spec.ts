import { describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import type { RuleParameterRow } from '../catalogue-rows.js';
import { readCatalogue } from '../loading/reference-files.js';
import { assembleRuleParameters } from './rule-parameters.js';

const DIRECTORY = fileURLToPath(new URL('../../../../../tools/reference-data', import.meta.url));
const { ruleParameters: shipped } = await readCatalogue(DIRECTORY, false);

/** The shipped rows with `code` at `value` from `validFrom` on. */
function changed(code: string, value: unknown, validFrom: string): RuleParameterRow[] {
  const dayBefore = new Date(Date.parse(validFrom) - 86_400_000).toISOString().slice(0, 10);
  return shipped.flatMap((row) =>
    row.code === code
      ? [
          { ...row, validTo: dayBefore },
          { ...row, value, validFrom },
        ]
      : [row],
  );
}

/** The shipped rows with another value of `code`. */
const replaced = (code: string, value: unknown): RuleParameterRow[] =>
  shipped.map((row) => (row.code === code ? { ...row, value } : row));

describe('assembleRuleParameters', () => {
  const rows = changed('resitMonths', 36, '2027-01-01');

  it('takes the value that holds on the day', () => {
    expect(assembleRuleParameters(rows, '2026-12-31', 'TESTING').resitMonths).toBe(24);
    expect(assembleRuleParameters(rows, '2027-01-01', 'TESTING').resitMonths).toBe(36);
  });

  it('takes the one that began last where the row before it was left open', () => {
    const after = {
      code: 'resitMonths',
      value: 36,
      source: '',
      trust: 'ours',
      validTo: null,
    } as const;
    const left = [{ ...after, validFrom: '2027-01-01' }, ...shipped];
    expect(assembleRuleParameters(left, '2026-12-31', 'TESTING')).toMatchObject({
      resitMonths: 24,
      effectiveTo: '2026-12-31',
    });
    expect(assembleRuleParameters(left, '2027-01-01', 'TESTING').resitMonths).toBe(36);
  });

  it('names a version by the last change and ends it the day before the next', () => {
    expect(assembleRuleParameters(rows, '2026-12-31', 'TESTING')).toMatchObject({
      version: 'rules-2022-10-01',
      effectiveFrom: '2022-10-01',
      effectiveTo: '2026-12-31',
    });
    expect(assembleRuleParameters(rows, '2027-06-01', 'TESTING')).toMatchObject({
      version: 'rules-2027-01-01',
      effectiveTo: null,
    });
  });

  it.each([
    [shipped.filter(({ code }) => code !== 'ageCap'), 'rule_parameter ageCap is missing'],
    [replaced('age', { min: 18 }), 'rule_parameter age.below is missing'],
    [replaced('age', 18), 'rule_parameter age is not an object'],
    [replaced('ndtMajors', ['a', 1]), 'rule_parameter ndtMajors[1] is not a text'],
    [replaced('baseMethods', 'RT'), 'rule_parameter baseMethods is not a list'],
    [replaced('lastDay', 'NEVER'), 'rule_parameter lastDay is not one of DAY_BEFORE, ANNIVERSARY'],
    [
      replaced('validityYears.TESTING', '5'),
      'rule_parameter validityYears.TESTING is not a number',
    ],
  ])('refuses to guess when a value is missing or malformed (%#)', (bad, problem) => {
    expect(() => assembleRuleParameters(bad, '2026-11-24', 'TESTING')).toThrow(problem);
  });

  it('refuses a day before the first rules', () => {
    expect(() => assembleRuleParameters(shipped, '2010-01-01', 'TESTING')).toThrow('is missing');
  });
});

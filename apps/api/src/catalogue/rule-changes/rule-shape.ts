import { PlanChoice, Track } from '@kaopu/domain';
import type { RuleParameterRow } from '../catalogue-rows.js';
import { assembleRuleParameters } from '../rules/rule-parameters.js';
import { RuleParameterError, RuleValue } from '../rules/rule-value.js';

/** Above any count of days, months, years or yuan. */
const MOST = 100_000;
const LONGEST = 10_000;

const numbers = (value: RuleValue): unknown => value.list((one) => one.number());

/** How values are read that `assembleRuleParameters` does not read, by code or its first part; others are one number. */
const READ_ELSEWHERE: Readonly<Record<string, (value: RuleValue) => unknown>> = {
  planChoice: (value) => value.oneOf([PlanChoice.BY_CANDIDATE, PlanChoice.BY_STAFF]),
  renewalReminders: (value) => [
    numbers(value.field('monthsBefore')),
    numbers(value.field('workingDaysBefore')),
  ],
  returnRemindersDaysBefore: numbers,
};

/** First parts of the codes that `assembleRuleParameters` reads, and so checks. */
export const ASSEMBLED: ReadonlySet<string> = new Set([
  'absentAllowsResit',
  'age',
  'ageCap',
  'baseMethods',
  'clause',
  'consecutiveExemptions',
  'directLevelII',
  'education',
  'lastDay',
  'lowerLevelMonths',
  'maximumResits',
  'ndtMajors',
  'renewal',
  'renewalExamGroups',
  'resitMonths',
  'resits',
  'validityYears',
  'vision',
  'workYears',
]);

/**
 * Whether every reader of the rules understands the value: a rule that cannot be read would stop every
 * application it applies to.
 *
 * @param rows all rows there are; `change` is read as if it were one of them, on its first day.
 */
export function isReadable(rows: readonly RuleParameterRow[], change: RuleParameterRow): boolean {
  const { code, value, validFrom } = change;
  const shipped = rows.find((row) => row.code === code);
  if (!isModest(value) || keysOf(value) !== keysOf(shipped?.value)) return false;
  const [family = code] = code.split('.');
  try {
    if (ASSEMBLED.has(family)) {
      for (const track of Object.values(Track)) {
        assembleRuleParameters([...rows, change], validFrom, track);
      }
    } else {
      const read = READ_ELSEWHERE[family] ?? ((one: RuleValue) => one.number());
      read(new RuleValue(code, value));
    }
    return true;
  } catch (error) {
    if (error instanceof RuleParameterError) return false;
    throw error;
  }
}

/** A level that is left out of a table would have no rule at all. */
const keysOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.keys(value).toSorted().join()
    : '';

/** No counts below zero or beyond reason, and no more text than a rule has. */
function isModest(value: unknown): boolean {
  const counts: number[] = [];
  // Undefined for what JSON has no word for.
  const text = JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'number') counts.push(part);
    return part;
  }) as string | undefined;
  const isShort = text !== undefined && text.length <= LONGEST;
  return isShort && counts.every((count) => count >= 0 && count <= MOST);
}

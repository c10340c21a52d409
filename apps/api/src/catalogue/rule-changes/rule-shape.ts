import { PlanChoice, ruleFamily, Track } from '@kaopu/domain';
import type { RuleParameterRow } from '../catalogue-rows.js';
import { inForce } from '../effective-on.js';
import { assembleRuleParameters } from '../rules/rule-parameters.js';
import { RuleParameterError, RuleValue } from '../rules/rule-value.js';

/** Above any count of days, months or years; far more leaves the calendar. */
const MOST = 5000;
const LONGEST = 10_000;

const count = (value: RuleValue): unknown => value.number();

/** How values are read that `assembleRuleParameters` does not read, by the first part of their codes. */
const READ_ELSEWHERE: Readonly<Record<string, (value: RuleValue) => unknown>> = {
  accountsPerPhone: count,
  certificateNumber: (value) => numberTemplate(value.text()),
  cheatingBanMonths: count,
  planChoice: (value) => value.oneOf([PlanChoice.BY_CANDIDATE, PlanChoice.BY_STAFF]),
  restoreDays: count,
  returnDeadlineDays: count,
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
  'validityYears',
  'vision',
  'workYears',
]);

/** Whether anything reads the rule: some of the shipped ones wait for what will (domain.md §10, §15, §17, §19). */
export const isRead = (code: string): boolean =>
  ASSEMBLED.has(ruleFamily(code)) || ruleFamily(code) in READ_ELSEWHERE;

/**
 * Whether every reader of the rules understands the value: a rule that cannot be read would stop every
 * application it applies to.
 *
 * @param rows all rows there are; `change` is read as if it were one of them, on its first day.
 */
export function isReadable(rows: readonly RuleParameterRow[], change: RuleParameterRow): boolean {
  const { code, value, validFrom } = change;
  const before = inForce(rows, validFrom).get(code) ?? rows.find((row) => row.code === code);
  if (!isModest(value) || keysOf(value) !== keysOf(before?.value)) return false;
  const family = ruleFamily(code);
  try {
    if (ASSEMBLED.has(family)) {
      for (const track of Object.values(Track)) {
        assembleRuleParameters([...rows, change], validFrom, track);
      }
    } else {
      READ_ELSEWHERE[family]?.(new RuleValue(code, value));
    }
    return isRead(code);
  } catch (error) {
    if (error instanceof RuleParameterError) return false;
    throw error;
  }
}

/** Without a sequence every certificate would have the same number. */
function numberTemplate(template: string): string {
  if (!template.includes('{SEQ')) throw new RuleParameterError(template, 'has no {SEQ}');
  return template;
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

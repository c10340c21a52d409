import {
  TARGET_KINDS,
  TRUST_MARKS,
  type HolidayRow,
  type MaterialRow,
  type ReturnReasonRow,
  type RuleParameterRow,
} from '../catalogue-rows.js';
import { effective, effectiveKey } from './catalogue-files.js';
import { parseReferenceFile, refuseDuplicates } from './reference-row.js';

/** A reason that can be answered needs days to answer in; one that cannot has none. */
export function parseReturnReasons(
  content: string,
  materials: readonly MaterialRow[],
): ReturnReasonRow[] {
  const rows = parseReferenceFile('return_reasons.csv', content, [
    'code',
    'target_kind',
    'target',
    'correctable',
    'text_zh',
    'text_en',
    'needs_note',
    'deadline_days',
  ]);
  refuseDuplicates(rows, (row) => row.text('code'));
  const slots = new Set(['*', ...materials.map(({ code }) => code)]);
  return rows.map((row, position) => {
    const targetKind = row.oneOf('target_kind', TARGET_KINDS);
    const target = row.text('target');
    if (targetKind === 'SLOT' && !slots.has(target)) row.fail(`there is no material ${target}`);
    const correctable = row.yesOrNo('correctable');
    const deadlineDays = row.integer('deadline_days');
    if (correctable === (deadlineDays === 0)) {
      row.fail('deadline_days must be above 0 exactly when the reason is correctable');
    }
    return {
      code: row.text('code'),
      targetKind,
      target,
      correctable,
      textZh: row.text('text_zh'),
      textEn: row.text('text_en'),
      needsNote: row.yesOrNo('needs_note'),
      deadlineDays,
      position,
    };
  });
}

/** Rows of one code must not overlap: on every day at most one value holds. */
export function parseRuleParameters(content: string): RuleParameterRow[] {
  const rows = parseReferenceFile('rule_parameters.csv', content, [
    'code',
    'value',
    'valid_from',
    'valid_to',
    'trust',
    'source',
  ]);
  refuseDuplicates(rows, effectiveKey(['code']));
  const lastEnd = new Map<string, string | null>();
  return rows.map((row) => {
    const code = row.text('code');
    const { validFrom, validTo } = effective(row);
    const end = lastEnd.get(code);
    if (end === null || (end !== undefined && end >= validFrom)) {
      row.fail(`${code} overlaps its earlier row, which ends ${end ?? 'never'}`);
    }
    lastEnd.set(code, validTo);
    return {
      code,
      value: row.json('value'),
      trust: row.oneOf('trust', TRUST_MARKS),
      source: row.text('source'),
      validFrom,
      validTo,
    };
  });
}

export function parseHolidays(content: string): HolidayRow[] {
  const rows = parseReferenceFile('holidays.csv', content, [
    'date',
    'kind',
    'name_zh',
    'name_en',
    'trust',
  ]);
  refuseDuplicates(rows, (row) => row.text('date'));
  return rows.map((row) => ({
    date: row.date('date'),
    kind: row.oneOf('kind', ['HOLIDAY', 'WORKDAY']),
    nameZh: row.text('name_zh'),
    nameEn: row.text('name_en'),
    trust: row.oneOf('trust', TRUST_MARKS),
  }));
}

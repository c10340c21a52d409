import {
  answerProblems,
  type ApplicationType,
  type FieldDeclaration,
  isBlank,
  isItemDate,
  normaliseAnswers,
  parseTypedDate,
} from '@kaopu/domain';

import { recordOf } from '../application-data.js';
import { itemKey } from './beside.js';

/** One entry of a work record as typed; an empty end means "still there". */
export interface WorkRow {
  readonly from: string;
  readonly to: string;
  readonly unit: string;
  readonly kind: string;
}

/** What stands in a section's boxes. Text by field id; work records are rows. */
export interface SectionModel {
  texts: Record<string, string>;
  rows: Record<string, WorkRow[]>;
}

export const EMPTY_ROW: WorkRow = { from: '', to: '', unit: '', kind: '' };

/** Something to correct, at the field it belongs to. */
export interface SectionProblem {
  readonly fieldId: string;
  /** A key of the domain's texts. */
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The boxes filled with stored answers; work records start with one empty row. */
export function modelOf(
  fields: readonly FieldDeclaration[],
  answers: Readonly<Record<string, unknown>>,
  itemCodes: readonly string[] = [],
): SectionModel {
  const model: SectionModel = { texts: {}, rows: {} };
  for (const { id, kind } of fields) {
    const value = answers[id];
    if (kind === 'itemDates') {
      const dates = Array.isArray(value) ? value.filter(isItemDate) : [];
      for (const itemCode of itemCodes) {
        const found = dates.find((one) => one.itemCode === itemCode);
        model.texts[itemKey(id, itemCode)] = found?.firstIssueDate ?? '';
      }
    } else if (kind === 'workRecords') {
      const rows = Array.isArray(value) ? value.map(rowOf) : [];
      model.rows[id] = rows.length === 0 ? [EMPTY_ROW] : rows;
    } else {
      model.texts[id] = isBlank(value) ? '' : String(value);
    }
  }
  return model;
}

/** The answers the boxes stand for, as they are stored; unreadable ones stay text so that they can be refused. */
export function answersOf(
  type: Pick<ApplicationType, 'fields'>,
  fields: readonly FieldDeclaration[],
  { texts, rows }: SectionModel,
): Readonly<Record<string, unknown>> {
  const valueOf = (id: string, kind: FieldDeclaration['kind']): unknown => {
    if (kind === 'workRecords') {
      return recordsOf(rows[id] ?? []);
    }
    return kind === 'itemDates' ? datesOf(id, texts) : typedValue(kind, texts[id] ?? '');
  };
  const typed = fields.map(({ id, kind }): [string, unknown] => [id, valueOf(id, kind)]);
  return normaliseAnswers(type, Object.fromEntries(typed));
}

/** What is wrong with typed answers; required ones that are missing count only when asked for. */
export function problemsOf(
  type: Pick<ApplicationType, 'fields'>,
  fields: readonly FieldDeclaration[],
  answers: Readonly<Record<string, unknown>>,
  today: string,
): readonly SectionProblem[] {
  const wrong = answerProblems(type, answers, today).map(({ path, key, params }) => ({
    fieldId: path,
    key,
    params,
  }));
  const missing = fields
    .filter(({ id, required }) => required && isBlank(answers[id]))
    .map(({ id }) => ({ fieldId: id, key: 'problem.required', params: {} }));
  return [...wrong, ...missing];
}

/** Answers that differ from the stored ones. */
export function changedAnswers(
  stored: Readonly<Record<string, unknown>>,
  typed: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(typed).filter(([id, value]) => canonical(value) !== canonical(stored[id])),
  );
}

function typedValue(kind: FieldDeclaration['kind'], typed: string): unknown {
  const plain = typed.normalize('NFKC').trim();
  if (kind === 'integer' && /^\d{1,9}$/.test(plain)) {
    return Number(plain);
  }
  if (kind === 'boolean' && plain !== '') {
    return plain === 'true';
  }
  return typed;
}

function recordsOf(rows: readonly WorkRow[]): unknown {
  return rows
    .filter((row) => Object.values(row).some((value: string) => value.trim() !== ''))
    .map((row) => ({ ...row, unit: row.unit.trim(), to: row.to === '' ? null : row.to }));
}

/** Dates of the items that have one; what is no date stays as typed, to be refused. */
function datesOf(fieldId: string, texts: SectionModel['texts']): unknown {
  const prefix = itemKey(fieldId, '');
  return Object.entries(texts)
    .filter(([key, typed]) => key.startsWith(prefix) && typed.trim() !== '')
    .map(([key, typed]) => ({
      itemCode: key.slice(prefix.length),
      firstIssueDate: parseTypedDate(typed) ?? typed,
    }));
}

function rowOf(value: unknown): WorkRow {
  const stored = recordOf(value);
  const words = (key: keyof WorkRow) => (typeof stored[key] === 'string' ? stored[key] : '');
  return { from: words('from'), to: words('to'), unit: words('unit'), kind: words('kind') };
}

/** The same text for the same value, however its keys are ordered. */
function canonical(value: unknown): string {
  if (isBlank(value)) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(',')}]`;
  }
  if (typeof value === 'object') {
    const entries = Object.entries(recordOf(value)).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, entry]) => `${key}:${canonical(entry)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

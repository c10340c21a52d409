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
import { type AnswerRow, emptyRow, isRowKind, type RowKind, rowsOf } from './row-kinds.js';

/** What stands in a section's boxes, by field id: texts, entries of lists, and several of a list. */
export interface SectionModel {
  texts: Record<string, string>;
  rows: Record<string, AnswerRow[]>;
  choices: Record<string, string[]>;
}

/** Something to correct, at the field it belongs to. */
export interface SectionProblem {
  readonly fieldId: string;
  /** A key of the domain's texts. */
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The boxes filled with stored answers; lists of entries start with an empty one. */
export function modelOf(
  fields: readonly FieldDeclaration[],
  answers: Readonly<Record<string, unknown>>,
  itemCodes: readonly string[] = [],
): SectionModel {
  const model: SectionModel = { texts: {}, rows: {}, choices: {} };
  for (const { id, kind } of fields) {
    const value = answers[id];
    const entries: readonly unknown[] = Array.isArray(value) ? value : [];
    if (kind === 'itemDates') {
      Object.assign(model.texts, datesByItem(id, entries, itemCodes));
    } else if (isRowKind(kind)) {
      const rows = entries.map((entry) => rowOf(kind, entry));
      model.rows[id] = rows.length === 0 ? [emptyRow(kind)] : rows;
    } else if (kind === 'subjects') {
      model.choices[id] = entries.map(String);
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
  { texts, rows, choices }: SectionModel,
): Readonly<Record<string, unknown>> {
  const valueOf = (id: string, kind: FieldDeclaration['kind']): unknown => {
    if (isRowKind(kind)) {
      return entriesOf(kind, rows[id] ?? []);
    }
    if (kind === 'itemDates') {
      return datesOf(id, texts);
    }
    return kind === 'subjects' ? choices[id] : typedValue(kind, texts[id] ?? '');
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

/** Entries in which anything is typed; a box that may stay open is null when it does. */
function entriesOf(kind: RowKind, rows: readonly AnswerRow[]): unknown {
  const { columns } = rowsOf(kind);
  return rows
    .filter((row) => Object.values(row).some((value) => value.trim() !== ''))
    .map((row) =>
      Object.fromEntries(
        columns.map(({ key, mayBeOpen }) => {
          const typed = (row[key] ?? '').trim();
          return [key, mayBeOpen && typed === '' ? null : typed];
        }),
      ),
    );
}

/** A box for the date of each item, empty where none was given. */
function datesByItem(
  fieldId: string,
  entries: readonly unknown[],
  itemCodes: readonly string[],
): SectionModel['texts'] {
  const dates = entries.filter(isItemDate);
  return Object.fromEntries(
    itemCodes.map((itemCode) => {
      const found = dates.find((one) => one.itemCode === itemCode);
      return [itemKey(fieldId, itemCode), found?.firstIssueDate ?? ''];
    }),
  );
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

function rowOf(kind: RowKind, value: unknown): AnswerRow {
  const stored = recordOf(value);
  return Object.fromEntries(
    rowsOf(kind).columns.map(({ key }) => {
      const words = stored[key];
      return [key, typeof words === 'string' ? words : ''];
    }),
  );
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

import { isLocalDate } from '../dates/local-date.js';
import { isDictionaryCode } from '../dictionaries/dictionaries.js';
import { isStatedItem } from '../held-items/stated-items.js';
import { codePoints } from '../texts/code-points.js';
import type { TextKey } from '../texts/text.js';
import type { FieldDeclaration, FieldKind } from './application-type.js';

/** What is wrong with a value, as a text with plain parameters. */
export interface ValueProblem {
  readonly key: TextKey;
  readonly params: Readonly<Record<string, string | number>>;
}

/** One entry of a work record (工作经历). `to` null: still there. */
export interface WorkRecord {
  readonly from: string;
  readonly to: string | null;
  readonly unit: string;
  readonly kind: string;
}

/** The first issue date one item of a certificate should have. */
export interface ItemDate {
  readonly itemCode: string;
  readonly firstIssueDate: string;
}

const MAX_RECORDS = 20;
const MAX_UNIT_LENGTH = 100;
const MAX_NUMBER_LENGTH = 50;

type Check = (field: FieldDeclaration, value: unknown, today: string) => ValueProblem | null;

const problem = (key: TextKey, params: ValueProblem['params'] = {}): ValueProblem => ({
  key,
  params,
});

const textProblem: Check = ({ maxLength = 0 }, value) => {
  if (typeof value !== 'string') return problem('problem.text');
  return codePoints(value).length > maxLength
    ? problem('problem.maxLength', { max: maxLength })
    : null;
};

const integerProblem: Check = ({ range = [0, 0] }, value) => {
  const [min, max] = range;
  const fits = Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
  return fits ? null : problem('problem.integer', { min, max });
};

/** Dates a person states lie in the past, except the end of a certificate. */
const dateProblem: Check = ({ id }, value, today) => {
  if (!isLocalDate(value)) return problem('problem.date');
  return value > today && !id.endsWith('ValidTo') ? problem('problem.dateFuture') : null;
};

const choiceProblem: Check = ({ dictionary }, value) =>
  dictionary !== undefined && isDictionaryCode(dictionary, value)
    ? null
    : problem('problem.choice');

const booleanProblem: Check = (_field, value) =>
  typeof value === 'boolean' ? null : problem('problem.boolean');

/** True for a completely filled-in entry of a work record. */
export function isWorkRecord(value: unknown): value is WorkRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { from, to, unit, kind, ...more }: Partial<Record<keyof WorkRecord, unknown>> = value;
  return (
    Object.keys(more).length === 0 &&
    isLocalDate(from) &&
    (to === null || isLocalDate(to)) &&
    typeof unit === 'string' &&
    unit.trim() !== '' &&
    codePoints(unit).length <= MAX_UNIT_LENGTH &&
    isDictionaryCode('workKind', kind)
  );
}

const recordsProblem: Check = (_field, value, today) => {
  if (!Array.isArray(value) || !value.every(isWorkRecord)) return problem('problem.records');
  if (value.length > MAX_RECORDS) return problem('problem.recordCount', { max: MAX_RECORDS });
  if (value.some(({ from, to }) => from > today || (to ?? from) > today)) {
    return problem('problem.dateFuture');
  }
  return value.some(({ from, to }) => to !== null && to < from)
    ? problem('problem.dateOrder')
    : null;
};

/** 持证项目 as stated; the list of the register is nobody's to type. */
const heldItemsProblem: Check = ({ source }, value, today) => {
  if (source === 'PERSON') return null;
  if (!Array.isArray(value) || !value.every(isStatedItem)) return problem('problem.records');
  if (value.length > MAX_RECORDS) return problem('problem.recordCount', { max: MAX_RECORDS });
  if (value.some(({ certificateNo }) => codePoints(certificateNo).length > MAX_NUMBER_LENGTH)) {
    return problem('problem.maxLength', { max: MAX_NUMBER_LENGTH });
  }
  if (value.some(({ firstIssueDate }) => firstIssueDate > today)) {
    return problem('problem.dateFuture');
  }
  if (value.some(({ firstIssueDate, validTo }) => validTo < firstIssueDate)) {
    return problem('problem.dateOrder');
  }
  const codes = value.map(({ itemCode, certificateNo }) => `${itemCode} ${certificateNo}`);
  return new Set(codes).size < codes.length ? problem('problem.repeated') : null;
};

/** Which subjects an item has is the catalogue's; here only that codes are named, each once. */
const subjectsProblem: Check = (_field, value) => {
  const isList = Array.isArray(value) && value.every((code) => typeof code === 'string');
  return isList && new Set(value).size === value.length ? null : problem('problem.choice');
};

/** First issue dates of the certificate's items, as they should read; which items there are the caller checks. */
export function isItemDate(value: unknown): value is ItemDate {
  if (typeof value !== 'object' || value === null) return false;
  const { itemCode, firstIssueDate, ...more }: Partial<Record<keyof ItemDate, unknown>> = value;
  return (
    Object.keys(more).length === 0 && typeof itemCode === 'string' && isLocalDate(firstIssueDate)
  );
}

const itemDatesProblem: Check = (_field, value, today) => {
  if (!Array.isArray(value) || value.length > MAX_RECORDS || !value.every(isItemDate)) {
    return problem('problem.date');
  }
  return value.some(({ firstIssueDate }) => firstIssueDate > today)
    ? problem('problem.dateFuture')
    : null;
};

const CHECKS: Readonly<Record<FieldKind, Check>> = {
  text: textProblem,
  multiline: textProblem,
  integer: integerProblem,
  date: dateProblem,
  choice: choiceProblem,
  boolean: booleanProblem,
  idNumber: textProblem,
  workRecords: recordsProblem,
  heldItems: heldItemsProblem,
  subjects: subjectsProblem,
  itemDates: itemDatesProblem,
};

/** What is wrong with a filled-in value of a field, or null. */
export function fieldProblem(
  field: FieldDeclaration,
  value: unknown,
  today: string,
): ValueProblem | null {
  return CHECKS[field.kind](field, value, today);
}

import type { AnswerProblem, Answers } from '../applications/answers.js';
import { isBlank } from '../applications/answers.js';
import { isItemDate, type ItemDate } from '../applications/field-problem.js';
import type { LocalDate } from '../dates/local-date.js';
import type { IdType, Sex } from '../dictionaries/dictionaries.js';
import { checkIdNumber, normaliseIdNumber, type IdNumberCheck } from '../id-number/id-number.js';
import { isPersonName, normaliseName } from '../person/person-fields.js';

/** The data on a certificate that a change (信息变更) may put right. */
export interface CertifiedData {
  readonly name: string;
  readonly sex: string;
  readonly idNumber: string;
  readonly employer: string;
  readonly items: readonly (ItemDate & { readonly validFrom: LocalDate })[];
}

/** The document the holder is known by; its type and country are not on the certificate. */
export interface IdDocument {
  readonly idType: IdType;
  /** ISO 3166 alpha-3, of passports only. */
  readonly idCountry: string | null;
}

/** One row of a change: what the certificate says and what it should say (experience.md §2.9). */
export interface TouchedRow {
  readonly fieldId: ChangeFieldId;
  /** The item the row belongs to; null for data of the holder. */
  readonly itemCode: string | null;
  readonly before: string;
  readonly after: string;
}

/** Fields of the declaration that stand beside a value on the certificate. */
export const CHANGE_FIELDS = [
  'newName',
  'newSex',
  'newIdNumber',
  'newEmployer',
  'newFirstIssueDates',
] as const;
export type ChangeFieldId = (typeof CHANGE_FIELDS)[number];

const plain = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const HOLDER_ROWS = [
  { fieldId: 'newName', of: 'name', form: normaliseName },
  { fieldId: 'newSex', of: 'sex', form: plain },
  { fieldId: 'newIdNumber', of: 'idNumber', form: normaliseIdNumber },
  { fieldId: 'newEmployer', of: 'employer', form: plain },
] as const;

const itemDates = (answers: Answers): readonly ItemDate[] => {
  const { newFirstIssueDates: typed } = answers;
  return Array.isArray(typed) ? typed.filter(isItemDate) : [];
};

/** What the answers change of the certificate: rows left as they are do not count. */
export function touchedRows(data: CertifiedData, answers: Answers): readonly TouchedRow[] {
  const ofHolder = HOLDER_ROWS.flatMap(({ fieldId, of, form }): TouchedRow[] => {
    const [before, after] = [data[of], form(plain(answers[fieldId]))];
    return after === '' || after === form(before)
      ? []
      : [{ fieldId, itemCode: null, before, after }];
  });
  const ofItems = itemDates(answers).flatMap(({ itemCode, firstIssueDate }): TouchedRow[] => {
    const before = data.items.find((item) => item.itemCode === itemCode)?.firstIssueDate;
    return before === undefined || before === firstIssueDate
      ? []
      : [{ fieldId: 'newFirstIssueDates', itemCode, before, after: firstIssueDate }];
  });
  return [...ofHolder, ...ofItems];
}

const checked = (
  answers: Answers,
  { idType, idCountry }: IdDocument,
  today: LocalDate,
): IdNumberCheck | null => {
  const typed = plain(answers['newIdNumber']);
  return typed === '' ? null : checkIdNumber(idType, typed, today, idCountry ?? undefined);
};

/** The sex an ID number tells, of the new number or else of the one on the certificate. */
function sexOfNumber(
  data: CertifiedData,
  answers: Answers,
  document: IdDocument,
  today: LocalDate,
): Sex | null {
  const typed = checked(answers, document, today);
  const check =
    typed ?? checkIdNumber(document.idType, data.idNumber, today, document.idCountry ?? undefined);
  return check.ok ? check.sex : null;
}

function itemProblems(data: CertifiedData, answers: Answers): readonly AnswerProblem[] {
  const path = 'newFirstIssueDates';
  const typed = itemDates(answers);
  const known = (code: string) => data.items.find(({ itemCode }) => itemCode === code);
  if (typed.some(({ itemCode }) => known(itemCode) === undefined)) {
    return [{ path, key: 'problem.unknownItem', params: {} }];
  }
  const isLate = ({ itemCode, firstIssueDate }: ItemDate) =>
    firstIssueDate > (known(itemCode)?.validFrom ?? firstIssueDate);
  return typed.some(isLate) ? [{ path, key: 'problem.firstIssueLate', params: {} }] : [];
}

/** What is wrong with the new values, measured against the certificate; blank ones are not wrong. */
export function changeProblems(
  data: CertifiedData,
  answers: Answers,
  document: IdDocument,
  today: LocalDate,
): readonly AnswerProblem[] {
  const { newName, newSex } = answers;
  const number = checked(answers, document, today);
  const sex = sexOfNumber(data, answers, document, today);
  return [
    ...(isBlank(newName) || isPersonName(normaliseName(plain(newName)))
      ? []
      : [{ path: 'newName', key: 'problem.name', params: {} } as const]),
    ...(number === null || number.ok
      ? []
      : [{ path: 'newIdNumber', key: number.messageKey, params: {} }]),
    ...(isBlank(newSex) || sex === null || sex === newSex
      ? []
      : [{ path: 'newSex', key: 'problem.sexOfIdNumber', params: {} } as const]),
    ...itemProblems(data, answers),
  ];
}

/** The holder as the new certificate should name them; null leaves what is there. */
export interface CorrectedHolder {
  readonly name: string | null;
  readonly sex: string | null;
  readonly idNumber: string | null;
  /** Follows from a new ID number that tells it. */
  readonly birthDate: LocalDate | null;
  readonly employer: string | null;
}

/** The corrections that follow from the touched rows; a new ID number brings its sex and birth date along. */
export function correctedHolder(
  data: CertifiedData,
  answers: Answers,
  document: IdDocument,
  today: LocalDate,
): CorrectedHolder {
  const rows = touchedRows(data, answers);
  const after = (fieldId: ChangeFieldId) =>
    rows.find((row) => row.fieldId === fieldId)?.after ?? null;
  const idNumber = after('newIdNumber');
  const number = idNumber === null ? null : checked(answers, document, today);
  return {
    name: after('newName'),
    sex: (number?.ok ? number.sex : null) ?? after('newSex'),
    idNumber: number?.ok ? number.canonical : idNumber,
    birthDate: number?.ok ? number.birthDate : null,
    employer: after('newEmployer'),
  };
}

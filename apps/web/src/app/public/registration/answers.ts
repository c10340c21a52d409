import { carriesBirthDate, DICTIONARIES, type IdType, normaliseIdNumber } from '@kaopu/domain';
import type { PersonInput } from '@kaopu/graphql';

/** What the steps ask, by the names of the server's fields (domain.md §13). */
export const ANSWER_KEYS = [
  'idType',
  'idNumber',
  'idCountry',
  'name',
  'sex',
  'birthDate',
  'email',
  'employer',
  'employerType',
  'divisionCode',
  'employerAddress',
  'postalAddress',
  'postcode',
  'education',
  'degree',
  'school',
  'graduationDate',
  'majorType',
  'major',
  'majorCatalogue',
  'majorCode',
  'title',
  'workYears',
] as const;
export type AnswerKey = (typeof ANSWER_KEYS)[number];

/** Everything as text, as it stands in the boxes; '' for not answered. */
export type Answers = Readonly<Record<AnswerKey, string>>;

export const NO_ANSWERS = Object.fromEntries(ANSWER_KEYS.map((key) => [key, ''])) as Answers;

/** The answers in a draft's JSON; unknown and empty entries are left out. */
export function answersFrom(fields: unknown): Partial<Answers> {
  const record = typeof fields === 'object' && fields !== null ? fields : {};
  const known: ReadonlySet<string> = new Set(ANSWER_KEYS);
  return Object.fromEntries(
    Object.entries(record)
      .filter(([key, value]) => known.has(key) && isText(value))
      .map(([key, value]) => [key, String(value)]),
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}

/** The answers as the server keeps them: null where nothing is typed, the years as a number. */
export function draftFields(answers: Answers): Record<string, string | number | null> {
  return Object.fromEntries(
    ANSWER_KEYS.map((key) => {
      const value = answers[key];
      return [key, value === '' ? null : key === 'workYears' ? Number(value) : value];
    }),
  );
}

export function isIdType(value: string): value is IdType {
  return (DICTIONARIES.idType as readonly string[]).includes(value);
}

/** Whether birth date and sex must be asked, because the number does not tell them (domain.md §14). */
export function asksBirth(idType: string, idNumber: string): boolean {
  if (!isIdType(idType)) {
    return false;
  }
  // The foreign permanent resident card has two forms; which one shows only once it is typed.
  const isOpen = idType === 'FOREIGN_PERMANENT_RESIDENT' && normaliseIdNumber(idNumber) === '';
  return !isOpen && !carriesBirthDate(idType, idNumber);
}

/** The part of the answers that makes the profile. */
export function personOf(answers: Answers): PersonInput {
  const orNull = (key: AnswerKey): string | null => (answers[key] === '' ? null : answers[key]);
  return {
    degree: orNull('degree'),
    divisionCode: answers.divisionCode,
    education: answers.education,
    email: orNull('email'),
    employer: answers.employer,
    employerAddress: orNull('employerAddress'),
    employerType: orNull('employerType'),
    graduationDate: answers.graduationDate,
    major: answers.major,
    majorCatalogue: orNull('majorCatalogue'),
    majorCode: orNull('majorCode'),
    majorType: answers.majorType,
    postalAddress: answers.postalAddress,
    postcode: orNull('postcode'),
    school: answers.school,
    title: orNull('title'),
    workYears: Number(answers.workYears),
  };
}

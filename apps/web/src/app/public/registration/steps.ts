import { type AnswerKey, type Answers, asksBirth } from './answers.js';

/** The steps in their order (experience.md §2.1); each is a page of its own. */
export const STEPS = ['identity', 'contact', 'education', 'photo', 'check'] as const;
export type Step = (typeof STEPS)[number];

const REQUIRED: Readonly<Record<'identity' | 'contact' | 'education', readonly AnswerKey[]>> = {
  identity: ['idType', 'idNumber', 'name'],
  contact: ['employer', 'employerType', 'divisionCode', 'postalAddress'],
  education: [
    'education',
    'degree',
    'school',
    'graduationDate',
    'majorType',
    'major',
    'title',
    'workYears',
  ],
};

const IDENTITY_FIELDS: ReadonlySet<string> = new Set([
  'idType',
  'idNumber',
  'idCountry',
  'name',
  'sex',
  'birthDate',
]);
const EDUCATION_FIELDS: ReadonlySet<string> = new Set([
  ...REQUIRED.education,
  'majorCatalogue',
  'majorCode',
]);
const CONTACT_FIELDS: ReadonlySet<string> = new Set([
  ...REQUIRED.contact,
  'phone',
  'password',
  'email',
  'employerAddress',
  'postcode',
]);

/** What is known about a registration so far. */
export interface Progress {
  readonly answers: Answers;
  readonly phoneVerified: boolean;
  readonly hasPhoto: boolean;
}

/** Where to go on: the first step that lacks something, else the check. */
export function firstUnfinished({ answers, phoneVerified, hasPhoto }: Progress): Step {
  const lacks = (keys: readonly AnswerKey[]) => keys.some((key) => answers[key] === '');
  const asked: readonly AnswerKey[] = [
    ...(asksBirth(answers.idType, answers.idNumber) ? (['sex', 'birthDate'] as const) : []),
    ...(answers.idType === 'PASSPORT' ? (['idCountry'] as const) : []),
  ];
  if (lacks([...REQUIRED.identity, ...asked])) {
    return 'identity';
  }
  if (!phoneVerified || lacks(REQUIRED.contact)) {
    return 'contact';
  }
  if (lacks(REQUIRED.education)) {
    return 'education';
  }
  return hasPhoto ? 'check' : 'photo';
}

/** The step that asks a field, for the server's refusals; what no step asks belongs to the check. */
export function stepOf(field: string): Step {
  if (IDENTITY_FIELDS.has(field)) {
    return 'identity';
  }
  if (EDUCATION_FIELDS.has(field)) {
    return 'education';
  }
  if (field === 'photo') {
    return 'photo';
  }
  return CONTACT_FIELDS.has(field) ? 'contact' : 'check';
}

export function isBefore(one: Step, other: Step): boolean {
  return STEPS.indexOf(one) < STEPS.indexOf(other);
}

/** The page after a step: the next one, or straight back to the check where a change began. */
export function addressAfter(step: Step, from: string | undefined): string {
  const next = from === 'check' ? 'check' : (STEPS[STEPS.indexOf(step) + 1] ?? 'check');
  return `/register/${next}`;
}

/** The page before a step; undefined for the first. */
export function addressBefore(step: Step, from: string | undefined): string | undefined {
  const before = from === 'check' ? 'check' : STEPS[STEPS.indexOf(step) - 1];
  return before === undefined ? undefined : `/register/${before}`;
}

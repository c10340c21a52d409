import { applicationType, type ApplicationStatus } from '@kaopu/domain';
import { initialAnswers } from './demo-case-answers.js';

/** One case to be driven up to its goal; `key` makes its steps repeatable. */
export interface DemoCase {
  readonly key: string;
  readonly accountId: string;
  readonly type: string;
  readonly itemCode: string;
  readonly goal: ApplicationStatus;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** How far each demo case goes; several of many, so that every list shows something. */
const GOALS: readonly ApplicationStatus[] = [
  'DRAFT',
  'SUBMITTED',
  'SUBMITTED',
  'UNDER_REVIEW',
  'RETURNED',
  'QUALIFIED',
  'SCHEDULED',
  'EXAMINED',
  'PASSED',
  'FAILED',
  'READY_TO_FORWARD',
  'FORWARDED',
  'WITHDRAWN',

  'DRAFT',
  'SUBMITTED',
  'SUBMITTED',
  'UNDER_REVIEW',
  'RETURNED',
  'ABSENT',
  'SCHEDULED',
  'VOID',
  'ISSUER_RETURNED',
  'REJECTED',
  'APPROVED',
  'PRINTED',
  'DELIVERED',
];
const ITEMS = ['RT-I', 'UT-I', 'MT-I', 'PT-I'] as const;

/** Initial exams of all but the first of the people, whose log-in stays ready to apply. */
export const initialCases = (today: string, accountIds: readonly string[]): DemoCase[] =>
  accountIds.slice(1, GOALS.length + 1).map((accountId, index) => ({
    key: String(index),
    accountId,
    type: 'testing-initial',
    itemCode: ITEMS[index % ITEMS.length] ?? 'RT-I',
    goal: GOALS[index] ?? 'DRAFT',
    answers: initialAnswers(today),
  }));

/** Papers the candidate hands in before submission, beside the photo of the profile. */
export const papersOf = (type: string): string[] =>
  applicationType(type)
    .slots.filter(
      ({ need, asked, phase }) =>
        need === 'REQUIRED' && asked === 'ALWAYS' && phase === 'BEFORE_SUBMIT',
    )
    .map(({ code }) => code)
    .filter((code) => code !== 'PHOTO');

import type { PublishedExam } from '../results/resit.js';
import type { SubjectOutcome } from '../results/subject-result.js';
import type { RuleCase } from './rule-case.fixture.js';

/** One mark; a score of null is an absence unless said otherwise. */
export const mark = (
  subjectCode: string,
  score: string | null,
  satOn = '2026-03-10',
  outcome: SubjectOutcome = score === null ? 'ABSENT' : 'PRESENT',
): PublishedExam['sittings'][number] => ({ subjectCode, score, outcome, satOn });

/** RT-Ⅱ sat in spring: theory passed, film reading and exposure failed; parts can be replaced. */
export function someExam(changes: Partial<PublishedExam> = {}): PublishedExam {
  return {
    applicationNo: '202601-000001',
    registrationType: 'INITIAL',
    satOn: '2026-03-10',
    outcome: 'FAILED',
    sittings: [mark('T1', '80'), mark('T2', '75'), mark('P1', '60'), mark('P2', '69.5')],
    ...changes,
  };
}

const onDay = (satOn: string): PublishedExam =>
  someExam({ satOn, sittings: someExam().sittings.map((one) => ({ ...one, satOn })) });

/** What the rule of resits answers, on 2026-11-24 unless the case names another day. */
export const RESIT_CASES: readonly RuleCase[] = [
  ['two subjects failed in spring', 'RESIT_OPEN', { exams: [someExam()] }, 'YES', 'yes'],
  ['the last day of the period', 'RESIT_OPEN', { exams: [onDay('2024-11-24')] }, 'YES', 'yes'],
  ['the day after it', 'RESIT_OPEN', { exams: [onDay('2024-11-23')] }, 'NO', 'over'],
  [
    'the last day of a period begun on 29 February',
    'RESIT_OPEN',
    { exams: [onDay('2024-02-29')], ruleDate: '2026-02-28' },
    'YES',
    'yes',
  ],
  [
    'everything passed',
    'RESIT_OPEN',
    { exams: [someExam({ outcome: 'PASSED' })] },
    'NO',
    'nothing',
  ],
  [
    'the rest passed in a resit',
    'RESIT_OPEN',
    {
      exams: [
        someExam(),
        someExam({
          registrationType: 'INITIAL_RESIT',
          outcome: 'FAILED',
          sittings: [mark('P1', '70', '2026-06-10'), mark('P2', '70', '2026-06-10')],
        }),
      ],
    },
    'NO',
    'nothing',
  ],
  ['a void exam', 'RESIT_OPEN', { exams: [someExam({ outcome: 'VOID' })] }, 'NO', 'void'],
  [
    'an absence',
    'RESIT_OPEN',
    { exams: [someExam({ outcome: 'ABSENT', sittings: [mark('T1', null)] })] },
    'YES',
    'yes',
  ],
  ['no results of ours', 'RESIT_OPEN', {}, 'STAFF', 'unknown'],
  [
    'a result from elsewhere',
    'RESIT_OPEN',
    { previousExamDate: '2026-01-10' },
    'STAFF',
    'elsewhere',
  ],
  ['one too long ago', 'RESIT_OPEN', { previousExamDate: '2024-11-23' }, 'NO', 'over'],
];

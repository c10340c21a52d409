import { describe, expect, it } from 'vitest';
import { RT2, someFacts, someHeldItem } from '../eligibility/facts.fixture.js';
import { DEFAULT_RULE_PARAMETERS as rules } from '../eligibility/parameters.js';
import { someExam } from '../eligibility/resit-cases.fixture.js';
import { isSettled, writableFields } from '../workflow/access.js';
import { proposedAnswers, settledAnswers } from './proposed-answers.js';
import { TESTING_EXAM_RENEWAL } from './testing-exam-renewal.js';
import { TESTING_INITIAL_RESIT } from './testing-initial-resit.js';
import { TESTING_INITIAL } from './testing-initial.js';
import { TYPE_TEST_RENEWAL } from './type-test-renewal.js';

const UT = someHeldItem({ itemCode: 'UT-II', certificateNo: '演示-0002' });
const RT = someHeldItem({ itemCode: 'RT-II' });
const held = someFacts({ heldItems: [UT, RT, someHeldItem({ source: 'TYPED' })] });

describe('A new application begins', () => {
  it('empty when nothing is asked that we know', () => {
    expect(proposedAnswers(TESTING_INITIAL, held, rules)).toEqual({});
    expect(proposedAnswers(TESTING_EXAM_RENEWAL, someFacts(), rules)).toEqual({});
  });

  it('with the certificates of the register, the one to be renewed in front', () => {
    const { certificateNo, firstIssueDate, validTo } = RT;
    expect(proposedAnswers(TESTING_EXAM_RENEWAL, held, rules)).toEqual({
      statedItems: [
        { itemCode: 'RT-II', certificateNo, firstIssueDate, validTo },
        { itemCode: 'UT-II', certificateNo: '演示-0002', firstIssueDate, validTo },
      ],
    });
  });

  it('with the dates of the type tester’s certificate', () => {
    const item = { ...RT2, code: 'XS-AQ' };
    const facts = someFacts({ item, heldItems: [UT, someHeldItem({ itemCode: 'XS-AQ' })] });
    expect(proposedAnswers(TYPE_TEST_RENEWAL, facts, rules)).toEqual({
      certificateNo: '演示-0001',
      certificateFirstIssueDate: '2023-01-10',
      certificateValidTo: '2028-01-09',
    });
  });

  it('with the failed subjects and the day of our own exam', () => {
    const facts = someFacts({ exams: [someExam()] });
    const settled = {
      previousExamNo: '202601-000001',
      previousExamDate: '2026-03-10',
      resitSubjects: ['P1', 'P2'],
    };
    expect(proposedAnswers(TESTING_INITIAL_RESIT, facts, rules)).toEqual(settled);
    expect(settledAnswers(TESTING_INITIAL_RESIT, facts, rules)).toEqual(settled);
    expect(settledAnswers(TESTING_INITIAL_RESIT, someFacts(), rules)).toEqual({});
  });
});

describe('What follows from our own results', () => {
  const query = {
    type: TESTING_INITIAL_RESIT,
    state: 'DRAFT',
    role: 'CANDIDATE',
    flagged: [],
  } as const;
  const resitFields = (answers: Record<string, unknown>) =>
    writableFields({ ...query, answers }).filter((id) => /^(previousExam|resit)/.test(id));

  it('nobody can write', () => {
    expect(resitFields({ previousExamNo: '202601-000001' })).toEqual([]);
  });

  it('is free for results from elsewhere, except the number of a case of ours', () => {
    expect(resitFields({})).toEqual(['previousExamDate', 'resitSubjects']);
    const field = TESTING_INITIAL_RESIT.fields.find(({ id }) => id === 'previousExamNo');
    expect(field && isSettled(field, {})).toBe(true);
  });
});

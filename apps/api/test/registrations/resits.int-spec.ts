import { EligibilityDocument, SetVerdictsDocument } from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedInCandidate, signIn, type SignedIn } from '../builders/accounts.js';
import {
  accepted,
  act,
  aDesk,
  answer,
  caseOf,
  examined,
  filedCase,
  issued,
  newKey,
  startCase,
  startedCase,
  TESTING_ANSWERS,
  type Desk,
} from '../builders/cases.js';
import { certificate } from '../builders/certificates.js';
import { aPlan } from '../builders/plans.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';

const INITIAL_ANSWERS = {
  ...TESTING_ANSWERS,
  workYears: 6,
  workRecords: [{ from: '2020-01-06', to: null, unit: '演示检测有限公司', kind: 'TESTING' }],
};

describe('sitting failed subjects again', { timeout: 120_000 }, () => {
  let api: ApiHarness;
  let desk: Desk;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    desk = await aDesk(api);
    await aPlan(api, {
      itemCodes: ['UT-I', 'UT-II'],
      registrationTypes: ['INITIAL', 'INITIAL_RESIT', 'RENEW_EXAM', 'RENEW_RESIT'],
      examFrom: null,
      examTo: null,
    });
  });
  afterAll(() => api.stop());

  /** The exam filed, accepted and failed in its practical part. */
  async function failed(candidate: SignedIn, type: string, answers: object): Promise<string> {
    const filed = await filedCase(candidate, { type, itemCode: 'UT-II', answers: { ...answers } });
    await accepted(desk, candidate, filed.id);
    const marked = await examined(desk, candidate, filed.id, { P1: '55.5' });
    expect(marked.status).toBe('FAILED');
    expect(marked.statusLine).toContain('2028-11-24');
    return marked.number ?? '';
  }

  async function holder(): Promise<SignedIn> {
    const candidate = await signedInCandidate(api);
    await certificate(api, {
      holderAccountId: candidate.accountId,
      items: [
        {
          itemCode: 'UT-II',
          firstIssueDate: '2016-03-01',
          approvalDate: '2022-03-01',
          validFrom: '2022-03-01',
          validTo: '2027-02-28',
          restriction: null,
        },
      ],
    });
    return candidate;
  }

  const eligibility = async (who: SignedIn, type: string) =>
    (await who.send(EligibilityDocument, { type, itemCode: 'UT-II' })).eligibility;

  const resitAnswer = async (who: SignedIn) =>
    (await eligibility(who, 'testing-initial-resit')).verdicts.find(
      ({ ruleCode }) => ruleCode === 'RESIT_OPEN',
    )?.answer;

  it.each([
    ['testing-initial', 'testing-initial-resit', INITIAL_ANSWERS],
    ['testing-exam-renewal', 'testing-renewal-resit', TESTING_ANSWERS],
  ])('%s, then %s: only the failed subject counts', async (exam, resit, answers) => {
    const isRenewal = exam === 'testing-exam-renewal';
    const candidate = isRenewal ? await holder() : await signedInCandidate(api);
    const number = await failed(candidate, exam, answers);
    const report = await eligibility(candidate, resit);
    expect(report).toMatchObject({
      eligible: true,
      resit: {
        applicationNumber: number,
        previousExamDate: '2026-11-24',
        until: '2028-11-24',
        subjects: [
          { subjectCode: 'T1', passed: true, score: '85' },
          { subjectCode: 'T2', passed: true },
          { subjectCode: 'P1', passed: false, score: '55.5' },
        ],
      },
    });
    expect(report.slots.map(({ slot }) => slot)).not.toContain('LAST_RESULT');

    const filed = await filedCase(candidate, {
      type: resit,
      itemCode: 'UT-II',
      answers: TESTING_ANSWERS,
    });
    expect(filed).toMatchObject({
      answers: {
        previousExamNo: number,
        previousExamDate: '2026-11-24',
        resitSubjects: ['P1'],
      },
      flags: { resultsFromElsewhere: false },
    });
    expect(filed.writableFields).not.toContain('resitSubjects');
    expect(await answer(candidate, filed.id, { resitSubjects: ['T1'] })).toMatchObject({
      problems: [{ path: 'resitSubjects', key: 'problem.notWritable' }],
    });
    await accepted(desk, candidate, filed.id);
    const passed = await examined(desk, candidate, filed.id, { P1: '70' });
    expect(passed).toMatchObject({
      status: 'PASSED',
      results: [{ subjectCode: 'P1', score: '70', passed: true }],
    });
    const done = await issued(desk, candidate, filed.id);
    expect(done).toMatchObject({ status: 'DELIVERED', certificate: { status: 'VALID' } });
    const after = await eligibility(candidate, resit);
    expect(after.verdicts.find(({ ruleCode }) => ruleCode === 'RESIT_OPEN')).toMatchObject({
      answer: 'NO',
      message: '没有可补考的科目。',
    });
  });

  it('goes on from resit to resit, counted from the first exam, and ends with the period', async () => {
    const candidate = await signedInCandidate(api);
    await failed(candidate, 'testing-initial', INITIAL_ANSWERS);
    const again = await filedCase(candidate, {
      type: 'testing-initial-resit',
      itemCode: 'UT-II',
      answers: TESTING_ANSWERS,
    });
    await accepted(desk, candidate, again.id);
    expect(await examined(desk, candidate, again.id, { P1: '40' })).toMatchObject({
      status: 'FAILED',
      statusLine: '成绩不合格，可在 2028-11-24 前补考。',
    });
    const now = api.clock.now().toISOString();
    try {
      api.clock.set('2028-11-24T15:59:59.000Z');
      const before = await signIn(api, candidate.accountId);
      expect(await resitAnswer(before)).toBe('YES');
      api.clock.set('2028-11-24T16:00:00.000Z');
      const after = await signIn(api, candidate.accountId);
      expect(await resitAnswer(after)).toBe('NO');
    } finally {
      api.clock.set(now);
    }
  });

  it('takes results from elsewhere by statement, with the slip, and tells staff', async () => {
    const candidate = await signedInCandidate(api);
    const before = await eligibility(candidate, 'testing-initial-resit');
    expect(before).toMatchObject({ eligible: true, resit: null });
    expect(before.slots.find(({ slot }) => slot === 'LAST_RESULT')?.required).toBe(true);
    const stated = { previousExamDate: '2026-05-11', resitSubjects: ['T2', 'P1'] };
    const { id } = await startedCase(candidate, 'testing-initial-resit', 'UT-II');
    expect(await answer(candidate, id, { resitSubjects: ['X9'] })).toMatchObject({
      problems: [{ path: 'resitSubjects', key: 'problem.choice' }],
    });
    expect(await answer(candidate, id, { previousExamNo: '202601-000001' })).toMatchObject({
      problems: [{ path: 'previousExamNo', key: 'problem.notWritable' }],
    });
    await act(candidate, id, 'DELETE');
    const filed = await filedCase(candidate, {
      type: 'testing-initial-resit',
      itemCode: 'UT-II',
      answers: { ...TESTING_ANSWERS, ...stated },
    });
    expect((await caseOf(desk.REVIEWER, filed.id)).flags.resultsFromElsewhere).toBe(true);
    await accepted(desk, candidate, filed.id);
    const passed = await examined(desk, candidate, filed.id);
    expect(passed.status).toBe('PASSED');
    expect(passed.results.map(({ subjectCode }) => subjectCode)).toEqual(['T2', 'P1']);
  });

  it('says when there is nothing to resit', async () => {
    const candidate = await signedInCandidate(api);
    const filed = await filedCase(candidate, {
      type: 'testing-initial',
      itemCode: 'UT-II',
      answers: INITIAL_ANSWERS,
    });
    await accepted(desk, candidate, filed.id);
    await examined(desk, candidate, filed.id);
    expect(await startCase(candidate, 'testing-initial-resit', 'UT-II')).toMatchObject({
      __typename: 'NotEligibleError',
    });
  });

  it('lets nobody object to what follows from our own results', async () => {
    const candidate = await signedInCandidate(api);
    await failed(candidate, 'testing-initial', INITIAL_ANSWERS);
    const filed = await filedCase(candidate, {
      type: 'testing-initial-resit',
      itemCode: 'UT-II',
      answers: TESTING_ANSWERS,
    });
    await act(desk.REVIEWER, filed.id, 'START_REVIEW');
    const { version, reviewTargets } = await caseOf(desk.REVIEWER, filed.id);
    const target = 'resitSubjects';
    const seen = reviewTargets.find((one) => one.target === target)?.seen ?? '';
    const { setVerdicts } = await desk.REVIEWER.send(SetVerdictsDocument, {
      input: {
        applicationId: filed.id,
        version,
        idempotencyKey: newKey(),
        verdicts: [
          {
            targetKind: 'FIELD',
            target,
            seen,
            ok: false,
            reasonCode: 'FIELD_WRONG',
            note: '演示',
          },
        ],
      },
    });
    expect(setVerdicts).toMatchObject({
      problems: [{ path: 'resitSubjects', key: 'problem.settled' }],
    });
  });
});

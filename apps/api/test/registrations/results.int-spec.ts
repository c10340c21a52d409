import { ResultSheetDocument, type SubjectMarkInput } from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { succeeded } from '../builders/applications.js';
import { Desk } from '../builders/desk.js';
import { newKey } from '../builders/drafts.js';
import { aPlan, seatsTaken } from '../builders/plans.js';
import { withReferenceData } from '../builders/reference-data.js';
import { PASSING } from '../builders/stages.js';
import { ApiHarness, TEST_NOW } from '../support/api-harness.js';

const mark = (
  subjectCode: string,
  outcome: SubjectMarkInput['outcome'],
  score?: string,
): SubjectMarkInput => ({ subjectCode, outcome, ...(score !== undefined && { score }) });

describe('Results', () => {
  let api: ApiHarness;
  let desk: Desk;
  let planId: string;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    desk = new Desk(api);
    planId = (await aPlan(api)).id;
  });
  afterAll(() => api.stop());

  const scheduled = () => desk.caseAt('SCHEDULED', planId);

  it('stand on the sheet of the plan, open for marks, before anything is entered', async () => {
    const { id } = await scheduled();
    const clerk = await desk.as('RESULT_CLERK');
    const { resultSheet } = await clerk.send(ResultSheetDocument, { planId, first: 50 });
    const row = resultSheet.edges.find(({ node }) => node.application.id === id)?.node;
    expect(row).toMatchObject({
      enteredBy: null,
      publishable: false,
    });
    expect(row?.subjects).toHaveLength(2);
    for (const subject of row?.subjects ?? []) {
      expect(subject).toMatchObject({ outcome: 'PENDING', score: null, passMark: 70 });
    }
  });

  it('are entered by one person and published by another', async () => {
    const { id } = await scheduled();
    const entered = succeeded(await desk.enter(id, PASSING), 'ResultRow');
    expect(entered).toMatchObject({ enteredBy: '演示人员', application: { status: 'EXAMINED' } });
    const published = succeeded(await desk.publish(id), 'ResultRow');
    expect(published.application.status).toBe('PASSED');
  });

  it('are never published by who entered them', async () => {
    const { id } = await scheduled();
    const both = await desk.another('RESULT_CLERK', 'RESULT_PUBLISHER');
    const entered = succeeded(await desk.enter(id, PASSING, { who: both }), 'ResultRow');
    expect(entered).toMatchObject({
      publishable: false,
      whyNot: expect.stringMatching(/录入/),
    });
    expect(await desk.publish(id, { who: both })).toMatchObject({
      __typename: 'ActionRefusedError',
      code: 'FORBIDDEN',
    });
    expect(await desk.publish(id)).toMatchObject({ application: { status: 'PASSED' } });
  });

  it('are not published by who entered an earlier version of them either', async () => {
    const { id } = await scheduled();
    const both = await desk.another('RESULT_CLERK', 'RESULT_PUBLISHER');
    await desk.enter(id, PASSING, { who: both });
    await desk.enter(id, PASSING);
    expect(await desk.publish(id, { who: both })).toMatchObject({ code: 'FORBIDDEN' });
  });

  it.each([
    ['a subject too few', [mark('T1', 'PRESENT', '80')], 'P1', 'results.subjectMissing'],
    [
      'a subject twice',
      [mark('T1', 'PRESENT', '80'), mark('T1', 'PRESENT', '80'), mark('P1', 'PRESENT', '80')],
      'T1',
      'results.subjectMissing',
    ],
    [
      'a subject of another item',
      [...PASSING, mark('P9', 'ABSENT')],
      'P9',
      'results.subjectUnknown',
    ],
    [
      'no score for somebody present',
      [mark('T1', 'PRESENT'), mark('P1', 'PRESENT', '80')],
      'T1',
      'results.scoreInvalid',
    ],
    [
      'a score for somebody absent',
      [mark('T1', 'ABSENT', '80'), mark('P1', 'PRESENT', '80')],
      'T1',
      'results.scoreInvalid',
    ],
    [
      'more than full marks',
      [mark('T1', 'PRESENT', '100.5'), mark('P1', 'PRESENT', '80')],
      'T1',
      'results.scoreInvalid',
    ],
  ])('with %s are refused by subject, and nothing is kept', async (_what, subjects, path, key) => {
    const { id } = await scheduled();
    expect(await desk.enter(id, subjects)).toMatchObject({
      __typename: 'InvalidInputError',
      problems: [{ path, key }],
    });
    expect((await desk.page(id)).status).toBe('SCHEDULED');
  });

  it.each(['-1', '70.55', 'seventy', '1e2', ''])('never take %j for a score', async (score) => {
    const { id } = await scheduled();
    const subjects = [mark('T1', 'PRESENT', score), mark('P1', 'PRESENT', '80')];
    await expect(desk.enter(id, subjects)).rejects.toThrow('VALIDATION');
  });

  it.each([
    [
      'both at the pass mark',
      'PASSED',
      [mark('T1', 'PRESENT', '70'), mark('P1', 'PRESENT', '70.0')],
    ],
    ['one just below', 'FAILED', [mark('T1', 'PRESENT', '69.9'), mark('P1', 'PRESENT', '100')]],
    ['nobody there', 'ABSENT', [mark('T1', 'ABSENT'), mark('P1', 'ABSENT')]],
    ['half there and failed', 'FAILED', [mark('T1', 'ABSENT'), mark('P1', 'PRESENT', '20')]],
    ['void', 'VOID', [mark('T1', 'VOID'), mark('P1', 'PRESENT', '90')]],
  ] as const)('with %s end as %s', async (_what, status, subjects) => {
    const { id } = await scheduled();
    await desk.enter(id, subjects);
    expect(await desk.publish(id)).toMatchObject({ application: { status } });
  });

  it('stay invisible to the candidate until they are published', async () => {
    const applicant = await desk.caseAt('EXAMINED', planId);
    expect(await applicant.page()).toMatchObject({ status: 'EXAMINED', results: [] });
    await desk.publish(applicant.id);
    const { results } = await applicant.page();
    expect(results.map(({ subjectCode, score, passed }) => [subjectCode, score, passed])).toEqual(
      expect.arrayContaining([
        ['T1', '86', true],
        ['P1', '86', true],
      ]),
    );
  });

  it('are not entered again once they are published', async () => {
    const { id } = await desk.caseAt('PASSED', planId);
    expect(await desk.enter(id, PASSING)).toMatchObject({ code: 'STATE_INVALID' });
    expect(await desk.publish(id)).toMatchObject({ code: 'STATE_INVALID' });
  });

  it('can be corrected before they are published', async () => {
    const { id } = await desk.caseAt('EXAMINED', planId);
    await desk.enter(id, [mark('T1', 'PRESENT', '12'), mark('P1', 'PRESENT', '80')]);
    expect(await desk.publish(id)).toMatchObject({ application: { status: 'FAILED' } });
  });

  it('entered at an old version are a conflict', async () => {
    const { id } = await scheduled();
    const { version } = await desk.page(id);
    await desk.enter(id, PASSING);
    expect(await desk.enter(id, PASSING, { version })).toMatchObject({
      code: 'CONFLICT',
      currentVersion: version + 1,
    });
  });

  it('published twice with one key are published once', async () => {
    const { id } = await desk.caseAt('EXAMINED', planId);
    const once = { idempotencyKey: newKey(), version: (await desk.page(id)).version };
    const answers = await Promise.all([desk.publish(id, once), desk.publish(id, once)]);
    for (const answer of answers) succeeded(answer, 'ResultRow');
    const [row] = await api.db.query<{ n: number | string }[]>(
      "SELECT COUNT(*) AS n FROM application_action WHERE application_id = ? AND action = 'PUBLISH_RESULTS'",
      [id],
    );
    expect(Number(row?.n)).toBe(1);
  });

  it('of somebody who failed leave the seat counted, for it was used', async () => {
    const plan = await aPlan(api);
    const { id } = await desk.caseAt('SCHEDULED', plan.id);
    await desk.enter(id, [mark('T1', 'PRESENT', '10'), mark('P1', 'PRESENT', '10')]);
    await desk.publish(id);
    expect(await seatsTaken(api, plan.id)).toBe(1);
  });

  it('of somebody who failed let them apply again', async () => {
    const applicant = await scheduled();
    await desk.enter(applicant.id, [mark('T1', 'ABSENT'), mark('P1', 'ABSENT')]);
    await desk.publish(applicant.id);
    expect(await applicant.start()).toMatchObject({ status: 'DRAFT' });
  });

  it('of somebody who cheated bar them for as long as the rules say, and no longer', async () => {
    const applicant = await scheduled();
    await desk.enter(applicant.id, [mark('T1', 'VOID'), mark('P1', 'PRESENT', '86')]);
    expect(await desk.publish(applicant.id)).toMatchObject({ application: { status: 'VOID' } });
    const whyNot = async () => {
      const answer = await applicant.start();
      return answer.__typename === 'NotEligibleError'
        ? answer.verdicts
            .filter(({ answer: said }) => said === 'NO')
            .map(({ ruleCode }) => ruleCode)
        : answer.__typename;
    };
    try {
      expect(await whyNot()).toEqual(['NO_BAN']);
      await applicant.comeBackAt('2027-11-23T15:59:59.000Z');
      expect(await whyNot()).toEqual(['NO_BAN']);
      await applicant.comeBackAt('2027-11-23T16:00:00.000Z');
      expect(await whyNot()).toBe('Application');
    } finally {
      api.clock.set(TEST_NOW);
    }
  });
});

describe('Before the exam, outside a demonstration', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await ApiHarness.start({ demo: false });
    await withReferenceData(api);
  });
  afterAll(() => api.stop());

  it('no results are entered; from its first day on they are', async () => {
    const desk = new Desk(api);
    const plan = await aPlan(api, { examFrom: '2026-12-20', examTo: '2026-12-21' });
    const { id } = await desk.caseAt('SCHEDULED', plan.id);
    expect(await desk.enter(id, PASSING)).toMatchObject({
      __typename: 'ActionRefusedError',
      code: 'STATE_INVALID',
    });
    api.clock.set('2026-12-19T16:00:00.000Z');
    const onTheDay = new Desk(api);
    expect(await onTheDay.enter(id, PASSING)).toMatchObject({
      application: { status: 'EXAMINED' },
    });
  });
});

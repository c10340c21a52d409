import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Applicant, succeeded } from '../builders/applications.js';
import { Desk } from '../builders/desk.js';
import { newKey } from '../builders/drafts.js';
import { aPlan, seatsTaken } from '../builders/plans.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';

let api: ApiHarness;
beforeAll(async () => {
  api = await ApiHarness.start();
  await withReferenceData(api);
});
afterAll(() => api.stop());

describe('Answers', () => {
  let planId: string;
  beforeAll(async () => {
    planId = (await aPlan(api)).id;
  });
  const started = async (): Promise<Applicant> => {
    const applicant = await Applicant.registered(api);
    succeeded(await applicant.start(), 'Application');
    return applicant;
  };

  it('are kept half-filled, and each save adds to the ones before', async () => {
    const applicant = await started();
    succeeded(await applicant.save({ workYears: 3 }), 'Application');
    const saved = succeeded(await applicant.save({ testingNature: 'PERIODIC' }), 'Application');
    expect(saved).toMatchObject({
      version: 3,
      status: 'DRAFT',
      answers: { workYears: 3, testingNature: 'PERIODIC' },
    });
    expect((await applicant.page()).answers).toEqual(saved.answers);
  });

  it('are emptied again by null', async () => {
    const applicant = await started();
    await applicant.save({ workYears: 3, remark: '无' });
    const saved = succeeded(await applicant.save({ remark: null }), 'Application');
    expect(saved.answers).toEqual({ workYears: 3, remark: null });
  });

  it('of a wrong shape are named field by field, and none of them is kept', async () => {
    const applicant = await started();
    const refused = await applicant.save({
      workYears: 'many',
      visionExamDate: '2026-02-30',
      nearVisionLeft: '9.9',
      workRecords: [{ from: '2020-01-01' }],
      remark: '字'.repeat(501),
      testingNature: 'PERIODIC',
    });
    expect(succeeded(refused, 'InvalidInputError').problems).toMatchObject([
      { path: 'workYears', key: 'problem.integer' },
      { path: 'visionExamDate', key: 'problem.date' },
      { path: 'nearVisionLeft', key: 'problem.choice' },
      { path: 'workRecords', key: 'problem.records' },
      { path: 'remark', key: 'problem.maxLength' },
    ]);
    expect(await applicant.page()).toMatchObject({ answers: {}, version: 1 });
  });

  it.each([
    ['nobody declared', { shoeSize: 42 }],
    ['that belong to the profile', { name: '演示乙' }],
    ['called like a part of every object', { __proto: 1, constructor: 1 }],
  ])('to fields %s are refused by name', async (_which, answers) => {
    const applicant = await started();
    const { problems } = succeeded(await applicant.save(answers), 'InvalidInputError');
    expect(problems.map(({ path, key }) => [path, key])).toEqual(
      Object.keys(answers).map((path) => [path, 'problem.unknownField']),
    );
  });

  it('cannot be changed while the case is under review', async () => {
    const desk = new Desk(api);
    const applicant = await desk.caseAt('UNDER_REVIEW', planId);
    expect(await applicant.page()).toMatchObject({ writableFields: [] });
    expect(await applicant.save({ workYears: 9 })).toMatchObject({
      __typename: 'ActionRefusedError',
      code: 'STATE_INVALID',
      allowedActions: ['UPLOAD_SIGNED_FORM'],
    });
  });

  it('saved at an old version are a conflict that says the current one', async () => {
    const applicant = await started();
    await applicant.save({ workYears: 3 });
    expect(await applicant.save({ workYears: 4 }, { version: 1 })).toMatchObject({
      __typename: 'ConflictError',
      code: 'CONFLICT',
      currentVersion: 2,
      changedAt: '2026-11-24T02:00:00.000Z',
    });
    expect((await applicant.page()).answers).toEqual({ workYears: 3 });
  });

  it('saved in two windows at the same moment are kept once, the other is a conflict', async () => {
    const applicant = await started();
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((workYears) => applicant.save({ workYears }, { version: 1 })),
    );
    const names = answers.map(({ __typename }) => __typename).sort();
    expect(names).toEqual(['Application', ...Array.from({ length: 4 }, () => 'ConflictError')]);
    expect((await applicant.page()).version).toBe(2);
  });

  it('saved twice with one key are saved once; the same key for other answers is refused', async () => {
    const applicant = await started();
    const once = { version: 1, idempotencyKey: newKey() };
    succeeded(await applicant.save({ workYears: 3 }, once), 'Application');
    const again = succeeded(await applicant.save({ workYears: 3 }, once), 'Application');
    expect(again.version).toBe(2);
    expect(await applicant.save({ workYears: 4 }, once)).toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    });
  });

  it('are refused as a whole when there are more than sixty', async () => {
    const applicant = await started();
    const many = Object.fromEntries(Array.from({ length: 61 }, (_, index) => [`f${index}`, 1]));
    await expect(applicant.save(many)).rejects.toThrow('VALIDATION');
  });

  it('of a submitted case must leave it whole: required ones cannot be emptied', async () => {
    const applicant = await Applicant.submitted(api, planId);
    const before = await applicant.page();
    expect(await applicant.save({ workYears: null, workRecords: [] })).toMatchObject({
      __typename: 'InvalidInputError',
      problems: [
        { path: 'workYears', key: 'problem.required' },
        { path: 'workRecords', key: 'problem.required' },
      ],
    });
    expect(await applicant.page()).toMatchObject({
      answers: before.answers,
      version: before.version,
    });
  });

  it('of a submitted case must leave the person eligible', async () => {
    const applicant = await Applicant.submitted(api, planId);
    expect(await applicant.save({ nearVisionLeft: '4.0' })).toMatchObject({
      code: 'NOT_ELIGIBLE',
    });
    expect((await applicant.page()).answers).toMatchObject({ nearVisionLeft: '5.0' });
  });

  it('of a submitted case reach the desk at once and make the signed form stale', async () => {
    const desk = new Desk(api);
    const applicant = await Applicant.submitted(api, planId);
    const saved = succeeded(await applicant.save({ workYears: 8 }), 'Application');
    expect(saved).toMatchObject({ status: 'SUBMITTED', dataVersion: 2 });
    expect(saved.flags).toMatchObject({ signedFormStale: true });
    expect((await desk.page(applicant.id)).answers).toMatchObject({ workYears: 8 });
  });

  it('that are not printed leave the signed form good', async () => {
    const applicant = await Applicant.submitted(api, planId);
    const saved = succeeded(await applicant.save({ remark: '请短信通知' }), 'Application');
    expect(saved).toMatchObject({ dataVersion: 1, flags: { signedFormStale: false } });
  });
});

describe('The plan of an application', () => {
  it('takes no seat while it is a draft', async () => {
    const { id } = await aPlan(api);
    await Applicant.ready(api, id);
    expect(await seatsTaken(api, id)).toBe(0);
  });

  it('that does not take the item cannot be chosen', async () => {
    const other = await aPlan(api, { itemCodes: ['UT-I'] });
    const applicant = await Applicant.registered(api);
    await applicant.start('RT-I');
    expect(await applicant.save({}, { planId: other.id })).toMatchObject({ code: 'PLAN_CLOSED' });
    expect((await applicant.page()).plan).toBeNull();
  });

  it('moves the seat with it after submission', async () => {
    const [from, to] = [await aPlan(api), await aPlan(api)];
    const applicant = await Applicant.submitted(api, from.id);
    succeeded(await applicant.save({}, { planId: to.id }), 'Application');
    expect([await seatsTaken(api, from.id), await seatsTaken(api, to.id)]).toEqual([0, 1]);
  });

  it('makes the signed form stale when it changes, for the form names it', async () => {
    const [from, to] = [await aPlan(api), await aPlan(api)];
    const applicant = await Applicant.submitted(api, from.id);
    const saved = succeeded(await applicant.save({}, { planId: to.id }), 'Application');
    expect(saved).toMatchObject({ dataVersion: 2, flags: { signedFormStale: true } });
  });

  it('keeps the old seat when the other plan is full', async () => {
    const [from, full] = [await aPlan(api), await aPlan(api, { capacity: 1, taken: 1 })];
    const applicant = await Applicant.submitted(api, from.id);
    expect(await applicant.save({}, { planId: full.id })).toMatchObject({ code: 'PLAN_FULL' });
    expect([await seatsTaken(api, from.id), await seatsTaken(api, full.id)]).toEqual([1, 1]);
    expect((await applicant.page()).plan?.id).toBe(from.id);
  });

  it('decides which institution and authority see the case', async () => {
    const [anhui, jiangsu] = [await aPlan(api), await aPlan(api, { institutionCode: 'EI-32' })];
    const applicant = await Applicant.submitted(api, anhui.id);
    const desks = [new Desk(api), new Desk(api, 'EI-32', 'P32')] as const;
    succeeded(await applicant.save({}, { planId: jiangsu.id }), 'Application');
    expect((await desks[1].page(applicant.id)).id).toBe(applicant.id);
    await expect(desks[0].page(applicant.id)).rejects.toThrow('NOT_FOUND');
  });
});

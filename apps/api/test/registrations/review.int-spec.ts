import { ReviewQueueDocument } from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedIn } from '../builders/accounts.js';
import { Applicant, succeeded } from '../builders/applications.js';
import { Desk } from '../builders/desk.js';
import { newKey } from '../builders/drafts.js';
import { aPlan } from '../builders/plans.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';

describe('A reviewer', () => {
  let api: ApiHarness;
  let desk: Desk;
  let reviewer: SignedIn;
  let planId: string;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    desk = new Desk(api);
    reviewer = await desk.as('REVIEWER');
    planId = (await aPlan(api)).id;
  });
  afterAll(() => api.stop());

  const underReview = () => desk.caseAt('UNDER_REVIEW', planId);

  it('finds submitted cases in the queue with how long they wait, drafts never', async () => {
    const draft = await Applicant.ready(api, planId);
    const applicant = await Applicant.submitted(api, planId);
    const { number } = await applicant.page();
    const { reviewQueue } = await reviewer.send(ReviewQueueDocument, {
      filter: { number },
      first: 20,
    });
    expect(reviewQueue.edges.map(({ node }) => node)).toMatchObject([
      { id: applicant.id, applicantName: applicant.person.name, waitingDays: 0 },
    ]);
    await expect(desk.page(draft.id)).rejects.toThrow('NOT_FOUND');
  });

  it('pages through the queue in both page sizes without missing or repeating one', async () => {
    const plan = await aPlan(api);
    const cases: string[] = [];
    for (let index = 0; index < 5; index++) {
      cases.push((await Applicant.submitted(api, plan.id, { signed: false })).id);
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { reviewQueue }: { reviewQueue: Queue } = await reviewer.send(ReviewQueueDocument, {
        filter: { planId: plan.id },
        first: 2,
        after,
      });
      expect(reviewQueue.totalCount).toBe(5);
      seen.push(...reviewQueue.edges.map(({ node }) => node.id));
      after = reviewQueue.pageInfo.hasNextPage ? reviewQueue.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen.sort()).toEqual(cases.sort());
  });

  it('opens a case once: of two who start at the same moment, one gets it', async () => {
    const applicant = await Applicant.submitted(api, planId);
    const colleague = await desk.another('REVIEWER');
    const { version } = await desk.page(applicant.id);
    const answers = await Promise.all(
      [reviewer, colleague].map((who) => desk.act(who, applicant.id, 'START_REVIEW', { version })),
    );
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'Application',
      'ConflictError',
    ]);
    expect(await desk.page(applicant.id)).toMatchObject({
      status: 'UNDER_REVIEW',
      reviewerName: '演示人员',
    });
  });

  it('says yes or no about every answer and file, and the desk remembers it', async () => {
    const { id } = await underReview();
    const note = '单位公章不清楚';
    const judged = succeeded(await desk.judge(id, { target: 'WORK_PROOF', note }), 'Application');
    expect(judged.verdicts).toContainEqual(
      expect.objectContaining({
        targetKind: 'SLOT',
        target: 'WORK_PROOF',
        ok: false,
        reasonCode: 'FILE_STAMP_MISSING',
        reasonText: '缺少单位公章或公章不清楚',
        note,
        stale: false,
      }),
    );
    expect(judged.verdicts).toContainEqual(
      expect.objectContaining({ targetKind: 'FIELD', target: 'workYears', ok: true }),
    );
  });

  it.each([
    ['no reason', { target: 'VISION', reasonCode: null }, 'problem.returnReason'],
    ['an unknown reason', { target: 'VISION', reasonCode: 'NO_SUCH' }, 'problem.returnReason'],
    [
      'a reason for fields',
      { target: 'VISION', reasonCode: 'FIELD_WRONG' },
      'problem.returnReason',
    ],
    [
      'a reason for another file',
      { target: 'DIPLOMA', reasonCode: 'VISION_TOO_OLD' },
      'problem.returnReason',
    ],
    [
      'a reason that needs a note without one',
      { targetKind: 'FIELD', target: 'workYears', reasonCode: 'FIELD_UNCLEAR', note: '  ' },
      'problem.returnNote',
    ],
    ['a file the type does not ask for', { target: 'HELD_CERT' }, 'problem.unknownField'],
    [
      'a field the type does not have',
      { targetKind: 'FIELD', target: 'shoeSize', reasonCode: 'FIELD_WRONG', note: '?' },
      'problem.unknownField',
    ],
  ] as const)('is told when an objection has %s', async (_what, objection, key) => {
    const { id } = await underReview();
    expect(await desk.judge(id, objection)).toMatchObject({
      __typename: 'InvalidInputError',
      problems: [{ path: objection.target, key }],
    });
    expect((await desk.page(id)).verdicts).toEqual([]);
  });

  it('may object to a paper that is declared but not there', async () => {
    const { id } = await underReview();
    const objection = { target: 'EDU_REPORT', reasonCode: 'FILE_INCOMPLETE' };
    const judged = succeeded(await desk.judge(id, objection), 'Application');
    expect(judged.verdicts).toContainEqual(
      expect.objectContaining({ target: 'EDU_REPORT', ok: false }),
    );
  });

  it('judges only what is under review', async () => {
    const { id } = await Applicant.submitted(api, planId);
    expect(await desk.judge(id)).toMatchObject({ code: 'STATE_INVALID' });
  });

  it('gets a conflict for a verdict on a version that is no longer there', async () => {
    const applicant = await underReview();
    const { version } = await desk.page(applicant.id);
    await applicant.upload('FORM_SIGNED');
    const verdict = { targetKind: 'SLOT', target: 'FORM_SIGNED', ok: true } as const;
    expect(await desk.verdicts(applicant.id, [verdict], { version })).toMatchObject({
      code: 'CONFLICT',
      currentVersion: version + 1,
    });
  });

  it('accepts when everything is judged and fine', async () => {
    const { id } = await underReview();
    await desk.judge(id);
    expect(await desk.act(reviewer, id, 'ACCEPT')).toMatchObject({ status: 'QUALIFIED' });
  });

  it('accepts once for one key, also when it arrives twice at once', async () => {
    const { id } = await underReview();
    await desk.judge(id);
    const once = { version: (await desk.page(id)).version, idempotencyKey: newKey() };
    const answers = await Promise.all([1, 2].map(() => desk.act(reviewer, id, 'ACCEPT', once)));
    for (const answer of answers) expect(answer).toMatchObject({ status: 'QUALIFIED' });
    const [row] = await api.db.query<{ n: number | string }[]>(
      "SELECT COUNT(*) AS n FROM application_action WHERE application_id = ? AND action = 'ACCEPT'",
      [id],
    );
    expect(Number(row?.n)).toBe(1);
  });

  it('cannot accept without the signed form', async () => {
    const applicant = await Applicant.submitted(api, planId, { signed: false });
    await desk.advance(applicant.id, 'UNDER_REVIEW');
    await desk.judge(applicant.id);
    expect(await desk.act(reviewer, applicant.id, 'ACCEPT')).toMatchObject({
      __typename: 'ActionRefusedError',
      code: 'VALIDATION',
      refusedBecause: expect.stringContaining('签字'),
    });
    succeeded(await applicant.upload('FORM_SIGNED'), 'Application');
    await desk.judge(applicant.id);
    expect(await desk.act(reviewer, applicant.id, 'ACCEPT')).toMatchObject({ status: 'QUALIFIED' });
  });

  it('cannot accept with a signed form of older data', async () => {
    const applicant = await Applicant.submitted(api, planId);
    await applicant.save({ workYears: 9 });
    await desk.advance(applicant.id, 'UNDER_REVIEW');
    await desk.judge(applicant.id);
    expect(await desk.act(reviewer, applicant.id, 'ACCEPT')).toMatchObject({ code: 'VALIDATION' });
    expect((await desk.page(applicant.id)).flags.signedFormStale).toBe(true);
  });

  it('cannot accept while something is not judged', async () => {
    const { id } = await underReview();
    const verdict = { targetKind: 'SLOT', target: 'DIPLOMA', ok: true } as const;
    await desk.verdicts(id, [verdict]);
    expect(await desk.act(reviewer, id, 'ACCEPT')).toMatchObject({ code: 'VALIDATION' });
  });

  it('cannot accept over an open objection, and can after taking it back', async () => {
    const { id } = await underReview();
    await desk.judge(id, { target: 'WORK_PROOF' });
    expect(await desk.act(reviewer, id, 'ACCEPT')).toMatchObject({ code: 'VALIDATION' });
    await desk.verdicts(id, [{ targetKind: 'SLOT', target: 'WORK_PROOF', ok: true }]);
    expect(await desk.act(reviewer, id, 'ACCEPT')).toMatchObject({ status: 'QUALIFIED' });
  });

  it('cannot accept a form that was replaced after it was judged', async () => {
    const applicant = await underReview();
    await desk.judge(applicant.id);
    await applicant.upload('FORM_SIGNED');
    expect(await desk.act(reviewer, applicant.id, 'ACCEPT')).toMatchObject({ code: 'VALIDATION' });
  });

  it('cannot send back a case without an objection', async () => {
    const { id } = await underReview();
    await desk.judge(id);
    expect(await desk.act(reviewer, id, 'RETURN')).toMatchObject({ code: 'VALIDATION' });
  });

  it('never handles their own case', async () => {
    const applicant = await Applicant.submitted(api, planId);
    await api.db.query('UPDATE application SET account_id = ? WHERE id = ?', [
      reviewer.accountId,
      applicant.id,
    ]);
    expect(await desk.act(reviewer, applicant.id, 'START_REVIEW')).toMatchObject({
      code: 'FORBIDDEN',
      refusedBecause: expect.stringContaining('自己'),
    });
  });

  it('is refused what belongs to another role', async () => {
    const { id } = await underReview();
    const answer = await desk.act(reviewer, id, 'SCHEDULE');
    expect(answer).toMatchObject({ code: 'FORBIDDEN' });
    expect(await desk.act(await desk.as('PLAN_CLERK'), id, 'ACCEPT')).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it.each(['SUBMIT', 'EDIT', 'PUBLISH_RESULTS', 'EXPIRE', 'APPROVE'] as const)(
    'cannot slip %s through the mutation for plain moves',
    async (action) => {
      const { id } = await underReview();
      expect(await desk.act(reviewer, id, action)).toMatchObject({ code: 'VALIDATION' });
      expect((await desk.page(id)).status).toBe('UNDER_REVIEW');
    },
  );
});

interface Queue {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

import { ForwardApplicationsDocument, IssueBatchDocument } from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedInStaff } from '../builders/accounts.js';
import { succeeded } from '../builders/applications.js';
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

describe('Forwarding', () => {
  let desk: Desk;
  let planId: string;
  beforeAll(async () => {
    desk = new Desk(api);
    planId = (await aPlan(api)).id;
  });
  const queued = () => desk.caseAt('READY_TO_FORWARD', planId);
  const forwarded = () => desk.caseAt('FORWARDED', planId);
  const statusOf = async (id: string) => (await desk.page(id)).status;

  it('hands a batch of cases to the authority with what it decides by', async () => {
    const [one, other] = [await queued(), await queued()];
    const batch = succeeded(await desk.forward([one.id, other.id]), 'IssueBatch');
    expect(batch).toMatchObject({
      number: expect.stringMatching(/^SB-P34-2026-\d{5}$/),
      lineCount: 2,
      pendingCount: 2,
      authority: { code: 'P34' },
      institution: { code: 'EI-34' },
    });
    expect([await statusOf(one.id), await statusOf(other.id)]).toEqual(['FORWARDED', 'FORWARDED']);
    const approver = await desk.as('AUTHORITY_APPROVER');
    const { issueBatch } = await approver.send(IssueBatchDocument, { id: batch.id });
    expect(issueBatch.lines.map(({ applicationId }) => applicationId).sort()).toEqual(
      [one.id, other.id].sort(),
    );
    expect(issueBatch.lines[0]).toMatchObject({
      item: { code: 'RT-I' },
      photoUrl: expect.any(String),
      evidence: expect.objectContaining({ registrationType: 'INITIAL' }),
    });
  });

  it('is all or nothing: one case that is not ready keeps the whole batch back', async () => {
    const [ready, early] = [await queued(), await desk.caseAt('PASSED', planId)];
    expect(await desk.forward([ready.id, early.id])).toMatchObject({ code: 'STATE_INVALID' });
    expect([await statusOf(ready.id), await statusOf(early.id)]).toEqual([
      'READY_TO_FORWARD',
      'PASSED',
    ]);
    succeeded(await desk.forward([ready.id]), 'IssueBatch');
  });

  it('is all or nothing: one stale version keeps the whole batch back', async () => {
    const [one, other] = [await queued(), await queued()];
    const forwarder = await desk.as('FORWARDER');
    const input = {
      idempotencyKey: newKey(),
      applications: [
        { id: one.id, version: (await desk.page(one.id)).version },
        { id: other.id, version: 1 },
      ],
    };
    const { forwardApplications } = await forwarder.send(ForwardApplicationsDocument, { input });
    expect(forwardApplications).toMatchObject({ code: 'CONFLICT' });
    expect(await statusOf(one.id)).toBe('READY_TO_FORWARD');
  });

  it('goes to one authority at a time', async () => {
    const [one, other] = [await queued(), await queued()];
    await api.db.query("UPDATE application SET authority_code = 'P32' WHERE id = ?", [other.id]);
    expect(await desk.forward([one.id, other.id])).toMatchObject({
      __typename: 'InvalidInputError',
      problems: [{ path: 'applications', key: 'refusal.oneAuthority' }],
    });
    expect(await statusOf(one.id)).toBe('READY_TO_FORWARD');
  });

  it('of one case twice in a batch, or twice at once, hands it over once', async () => {
    const { id } = await queued();
    expect(await desk.forward([id, id])).toMatchObject({ code: 'CONFLICT' });
    const answers = await Promise.all([desk.forward([id]), desk.forward([id])]);
    expect(answers.filter(({ __typename }) => __typename === 'IssueBatch')).toHaveLength(1);
    const [row] = await api.db.query<{ n: number | string }[]>(
      'SELECT COUNT(*) AS n FROM issue_line WHERE source = ?',
      [`application:${id}`],
    );
    expect(Number(row?.n)).toBe(1);
  });

  it('of an empty batch is no request', async () => {
    const forwarder = await desk.as('FORWARDER');
    const input = { idempotencyKey: newKey(), applications: [] };
    const answer = await forwarder.ask(ForwardApplicationsDocument, { input });
    expect(answer.errors?.[0]?.extensions.code).toBe('VALIDATION');
  });

  it('ends with a certificate its holder sees on the case and in the list', async () => {
    const applicant = await forwarded();
    expect(await desk.decide('APPROVE')).toMatchObject({ status: 'APPROVED' });
    await api.deliver();
    const { status, certificate } = await applicant.page();
    expect(status).toBe('APPROVED');
    expect(certificate).toMatchObject({
      number: expect.stringMatching(/^TS-P34-2026-\d{6}$/),
      status: 'VALID',
      verifyUrl: expect.stringContaining('/v/'),
    });
  });

  it('shows no certificate before the approval', async () => {
    const applicant = await forwarded();
    expect(await applicant.page()).toMatchObject({ status: 'FORWARDED', certificate: null });
  });

  it('is followed by the case when the authority rejects, which frees the person', async () => {
    const applicant = await forwarded();
    const reason = '材料不符合发证条件';
    expect(await desk.decide('REJECT', { reason })).toMatchObject({ status: 'REJECTED' });
    const page = await applicant.page();
    expect(page.status).toBe('REJECTED');
    expect(page.timeline.at(-1)).toMatchObject({ action: 'REJECT', reason });
    expect(await applicant.start()).toMatchObject({ status: 'DRAFT' });
  });

  it('comes back to the institution when the authority returns it, with the reason', async () => {
    const { id } = await forwarded();
    const reason = '照片不清楚';
    expect(await desk.decide('RETURN', { reason })).toMatchObject({ status: 'RETURNED' });
    const page = await desk.page(id);
    expect(page.status).toBe('ISSUER_RETURNED');
    expect(page.timeline.at(-1)).toMatchObject({ action: 'ISSUER_RETURN', reason });
  });

  it('happens again after a return only with a reason, and to the same authority', async () => {
    const { id } = await forwarded();
    await desk.decide('RETURN', { reason: '照片不清楚' });
    const forwarder = await desk.as('FORWARDER');
    expect(await desk.act(forwarder, id, 'QUEUE_FORWARD')).toMatchObject({
      __typename: 'ActionRefusedError',
      code: 'VALIDATION',
      refusedBecause: expect.stringMatching(/原因|理由/),
    });
    expect(
      await desk.act(forwarder, id, 'QUEUE_FORWARD', { reason: '照片符合要求，请复核' }),
    ).toMatchObject({ status: 'READY_TO_FORWARD' });
    succeeded(await desk.forward([id]), 'IssueBatch');
    expect(await statusOf(id)).toBe('FORWARDED');
  });

  it('lets who returned a case for the authority approve what was put right', async () => {
    const applicant = await forwarded();
    await desk.decide('RETURN', { reason: '照片不清楚' });
    const forwarder = await desk.as('FORWARDER');
    await desk.act(forwarder, applicant.id, 'QUEUE_FORWARD', { reason: '请复核' });
    await desk.forward([applicant.id]);
    expect(await desk.decide('APPROVE')).toMatchObject({ status: 'APPROVED' });
    expect(await applicant.page()).toMatchObject({
      status: 'APPROVED',
      certificate: { status: 'VALID' },
    });
  });

  it.each(['REVIEWER', 'RESULT_CLERK', 'RESULT_PUBLISHER', 'FORWARDER'] as const)(
    'is not decided by who took part as %s',
    async (role) => {
      const { id } = await forwarded();
      const approver = await desk.another('AUTHORITY_APPROVER');
      const { accountId } = await desk.as(role);
      await api.db.query(
        'UPDATE issue_line SET took_part = REPLACE(took_part, ?, ?) WHERE source = ?',
        [accountId, approver.accountId, `application:${id}`],
      );
      expect(await desk.decide('APPROVE', { who: approver })).toMatchObject({ code: 'FORBIDDEN' });
      expect(await statusOf(id)).toBe('FORWARDED');
    },
  );

  it('names everybody of the institution who had a hand in it, and nobody else', async () => {
    const { id } = await forwarded();
    const [row] = await api.db.query<{ took: string[] | string }[]>(
      'SELECT took_part AS took FROM issue_line WHERE source = ?',
      [`application:${id}`],
    );
    const took = typeof row?.took === 'string' ? (JSON.parse(row.took) as string[]) : row?.took;
    const roles = ['REVIEWER', 'PLAN_CLERK', 'RESULT_CLERK', 'RESULT_PUBLISHER', 'FORWARDER'];
    const hands = await Promise.all(roles.map((role) => desk.as(role as 'REVIEWER')));
    expect([...(took ?? [])].sort()).toEqual(hands.map(({ accountId }) => accountId).sort());
  });

  it('does not rest on a colleague of another institution', async () => {
    const { id } = await queued();
    const stranger = await signedInStaff(api, ['FORWARDER'], { institutionCode: 'EI-32' });
    const input = { idempotencyKey: newKey(), applications: [{ id, version: 1 }] };
    const answer = await stranger.ask(ForwardApplicationsDocument, { input });
    expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('A passed case that the authority returned', () => {
  let desk: Desk;
  beforeAll(() => {
    desk = new Desk(api);
  });
  /** Forwarded, returned by the authority, sent on to the candidate, put right and submitted again. */
  const putRight = async (planId: string) => {
    const applicant = await desk.caseAt('FORWARDED', planId);
    await desk.decide('RETURN', { reason: '学历证书不清楚' });
    const objection = { targetKind: 'SLOT', target: 'DIPLOMA', ok: false } as const;
    await desk.verdicts(applicant.id, [{ ...objection, reasonCode: 'FILE_UNREADABLE' }]);
    succeeded(await desk.act(await desk.as('REVIEWER'), applicant.id, 'RETURN'), 'Application');
    await applicant.upload('DIPLOMA');
    succeeded(await applicant.submit(), 'Application');
    return applicant;
  };

  it('can be sent on to the candidate, and goes back without another exam', async () => {
    const { id } = await aPlan(api);
    const applicant = await putRight(id);
    await desk.advance(applicant.id, 'UNDER_REVIEW');
    await desk.judge(applicant.id);
    expect(await desk.act(await desk.as('REVIEWER'), applicant.id, 'ACCEPT')).toMatchObject({
      status: 'READY_TO_FORWARD',
    });
    succeeded(await desk.forward([applicant.id]), 'IssueBatch');
    expect(await desk.decide('APPROVE')).toMatchObject({ status: 'APPROVED' });
  });

  it('cannot be carried to another plan, institution or authority', async () => {
    const [own, foreign] = [await aPlan(api), await aPlan(api, { institutionCode: 'EI-32' })];
    const applicant = await putRight(own.id);
    expect(await applicant.save({}, { planId: foreign.id })).toMatchObject({
      code: 'STATE_INVALID',
    });
    expect(await applicant.page()).toMatchObject({ plan: { id: own.id } });
    expect([await seatsTaken(api, own.id), await seatsTaken(api, foreign.id)]).toEqual([1, 0]);
  });

  it('keeps its seat counted when it is withdrawn, for the exam took place', async () => {
    const { id } = await aPlan(api);
    const applicant = await putRight(id);
    expect(await applicant.act('WITHDRAW')).toMatchObject({ status: 'WITHDRAWN' });
    expect(await seatsTaken(api, id)).toBe(1);
  });
});

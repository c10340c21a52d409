import {
  ActOnApplicationDocument,
  DeletedApplicationsDocument,
  MyInboxDocument,
} from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedInStaff, type SignedIn } from '../builders/accounts.js';
import { Applicant, succeeded } from '../builders/applications.js';
import { Desk } from '../builders/desk.js';
import { newKey, versionOf } from '../builders/drafts.js';
import { messagesAt } from '../builders/messages.js';
import { aPlan, changePlan, seatsTaken } from '../builders/plans.js';
import { withReferenceData } from '../builders/reference-data.js';
import { aHolder, begun, REISSUE_ANSWERS, submitted } from '../builders/requests.js';
import { ApiHarness, TEST_NOW } from '../support/api-harness.js';

const INSTITUTION = { institutionCode: 'EI-34' };

describe('a deleted application', () => {
  let api: ApiHarness;
  let reviewer: SignedIn;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    reviewer = await signedInStaff(api, ['REVIEWER'], INSTITUTION);
  });
  afterAll(() => api.stop());

  const restore = async (id: string, who = reviewer) => {
    const version = await versionOf(api, id);
    const input = {
      applicationId: id,
      version,
      idempotencyKey: newKey(),
      action: 'RESTORE',
    } as const;
    return (await who.send(ActOnApplicationDocument, { input })).actOnApplication;
  };

  const listed = async (who = reviewer) =>
    (await who.send(DeletedApplicationsDocument, { first: 100 })).deletedApplications.edges.map(
      ({ node }) => node,
    );

  const deleted = async (planId: string): Promise<Applicant> => {
    const applicant = await Applicant.submitted(api, planId);
    succeeded(await applicant.act('DELETE'), 'Application');
    return applicant;
  };

  it('comes back whole, takes its seat again, and its candidate is told', async () => {
    const plan = await aPlan(api);
    const applicant = await deleted(plan.id);
    expect(await seatsTaken(api, plan.id)).toBe(0);
    const row = (await listed()).find(({ id }) => id === applicant.id);
    expect(row).toMatchObject({
      status: 'DELETED',
      allowedActions: ['RESTORE'],
      deletedAt: TEST_NOW,
      restorableUntil: '2026-12-01',
      nextStep: '考生要求时可以恢复，最后一天是 2026-12-01。',
    });
    expect(await restore(applicant.id)).toMatchObject({ status: 'SUBMITTED' });
    expect(await seatsTaken(api, plan.id)).toBe(1);
    expect(await listed()).not.toContainEqual(expect.objectContaining({ id: applicant.id }));
    const page = await applicant.page();
    expect(page).toMatchObject({ status: 'SUBMITTED', flags: { signedFormMissing: false } });
    expect(page.timeline.at(-1)).toMatchObject({ action: 'RESTORE', actorRole: 'REVIEWER' });
    const [sms] = await messagesAt(api, applicant.person.phone);
    expect(sms?.purpose).toBe('NOTICE_RESTORED');
    const { myInbox } = await applicant.browser.send(MyInboxDocument, { first: 1 });
    expect(myInbox.edges[0]?.node.template).toBe('RESTORED');
    const [audit] = await api.db.query<{ n: number | string }[]>(
      `SELECT COUNT(*) AS n FROM audit_log WHERE actor_id = ? AND subject_id = ?`,
      [reviewer.accountId, applicant.id],
    );
    expect(Number(audit?.n)).toBe(1);
  });

  it('is brought back once by two who press at once', async () => {
    const plan = await aPlan(api);
    const applicant = await deleted(plan.id);
    const answers = await Promise.all([restore(applicant.id), restore(applicant.id)]);
    expect(answers.filter(({ __typename }) => __typename === 'Application')).toHaveLength(1);
    expect(await seatsTaken(api, plan.id)).toBe(1);
  });

  it('stays deleted when its candidate has applied again, and says by which number', async () => {
    const plan = await aPlan(api);
    const applicant = await deleted(plan.id);
    const { id } = applicant;
    succeeded(await applicant.start(), 'Application');
    expect(await restore(id)).toMatchObject({
      code: 'STATE_INVALID',
      message: '不能恢复：考生对同一项目或证书已开始填写新的申请。',
    });
    await api.db.query('UPDATE application SET number = ?, submitted_at = ? WHERE id = ?', [
      '202611-999999',
      api.clock.now(),
      applicant.id,
    ]);
    expect(await restore(id)).toMatchObject({
      code: 'STATE_INVALID',
      message: '不能恢复：考生对同一项目或证书已有新的申请（202611-999999）正在办理。',
    });
    expect(await seatsTaken(api, plan.id)).toBe(0);
  });

  it('stays deleted when a new application is begun in the same moment', async () => {
    const plan = await aPlan(api);
    const applicant = await deleted(plan.id);
    const { id } = applicant;
    const [back, started] = await Promise.all([restore(id), applicant.start()]);
    const live = await api.db.query<unknown[]>(
      'SELECT id FROM application WHERE account_id = ? AND live_item IS NOT NULL',
      [applicant.browser.accountId],
    );
    expect(live).toHaveLength(1);
    // Who comes second meets the other's case when writing, or when the rules are looked at before.
    const refusals = [back, started].flatMap((answer) => ('code' in answer ? [answer.code] : []));
    expect(refusals).toHaveLength(1);
    expect(['STATE_INVALID', 'NOT_ELIGIBLE']).toContain(refusals[0]);
  });

  it.each([
    ['full', { capacity: 0 }, 'PLAN_FULL', '的名额已满'],
    ['closed', { registration_to: '2026-11-23' }, 'PLAN_CLOSED', '已不在报名期内'],
  ] as const)(
    'stays deleted when its plan is %s, which is named',
    async (_, change, code, words) => {
      const plan = await aPlan(api);
      const applicant = await deleted(plan.id);
      await changePlan(api, plan.id, change);
      expect(await restore(applicant.id)).toMatchObject({
        code,
        message: `不能恢复：考试计划 ${plan.planNo} ${words}。`,
      });
      const [row] = await listed();
      expect(row).toMatchObject({ id: applicant.id, status: 'DELETED' });
    },
  );

  it('is nobody’s to restore but the desk of its institution', async () => {
    const plan = await aPlan(api);
    const applicant = await deleted(plan.id);
    const stranger = await signedInStaff(api, ['REVIEWER'], { institutionCode: 'EI-32' });
    expect(await listed(stranger)).toEqual([]);
    await expect(restore(applicant.id, stranger)).rejects.toThrow(/NOT_FOUND/);
    await expect(restore(applicant.id, applicant.browser)).rejects.toThrow(/NOT_FOUND/);
    const clerk = await signedInStaff(api, ['FORWARDER'], INSTITUTION);
    expect(await restore(applicant.id, clerk)).toMatchObject({ code: 'FORBIDDEN' });
    const admin = await signedInStaff(api, ['INSTITUTION_ADMIN'], INSTITUTION);
    expect(await restore(applicant.id, admin)).toMatchObject({ status: 'SUBMITTED' });
  });

  it('is the candidate’s alone when it was never handed in', async () => {
    const plan = await aPlan(api);
    const applicant = await Applicant.ready(api, plan.id);
    succeeded(await applicant.act('DELETE'), 'Application');
    expect((await listed()).map(({ id }) => id)).not.toContain(applicant.id);
    await expect(restore(applicant.id)).rejects.toThrow(/NOT_FOUND/);
  });

  it('can be a request about a certificate, unless another one is open', async () => {
    const { holder, held } = await aHolder(api);
    const id = await submitted(holder, held.id, 'certificate-reissue', REISSUE_ANSWERS);
    const remove = async () => {
      const version = await versionOf(api, id);
      const input = {
        applicationId: id,
        version,
        idempotencyKey: newKey(),
        action: 'DELETE',
      } as const;
      await holder.send(ActOnApplicationDocument, { input });
    };
    await remove();
    expect(await restore(id)).toMatchObject({ status: 'SUBMITTED' });
    await remove();
    await begun(holder, held.id, 'certificate-change');
    expect(await restore(id)).toMatchObject({ code: 'STATE_INVALID' });
  });

  it('has as many days left for its correction as before, and none to be restored after seven', async () => {
    const plan = await aPlan(api);
    const applicant = await Applicant.submitted(api, plan.id);
    await new Desk(api).sendBack(applicant.id, { target: 'DIPLOMA' });
    const dueOf = async () => (await applicant.page()).returnDueAt;
    const before = new Date(String(await dueOf())).getTime();
    succeeded(await applicant.act('DELETE'), 'Application');
    const late = await deleted(plan.id);
    await applicant.comeBackAt('2026-11-27T15:59:00.000Z');
    reviewer = await signedInStaff(api, ['REVIEWER'], INSTITUTION);
    expect(await restore(applicant.id)).toMatchObject({ status: 'RETURNED' });
    const after = new Date(String(await dueOf())).getTime();
    expect((after - before) / 86_400_000).toBe(4);
    api.clock.set('2026-12-01T15:59:59.000Z');
    reviewer = await signedInStaff(api, ['REVIEWER'], INSTITUTION);
    expect((await listed()).map(({ id }) => id)).toContain(late.id);
    api.clock.set('2026-12-01T16:00:00.000Z');
    expect((await listed()).map(({ id }) => id)).not.toContain(late.id);
    expect(await restore(late.id)).toMatchObject({
      code: 'STATE_INVALID',
      refusedBecause: '删除已久，恢复期限已过；请考生重新申请。',
    });
  });
});

import {
  AdvanceCertificateDocument,
  CertificatesDocument,
  MyCertificatesDocument,
  MyInboxDocument,
  PublicCertificateDocument,
  StandingProposalsDocument,
  UpdateNoticePreferencesDocument,
} from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HeldItems } from '../../src/certificates/held-items.js';
import { signedInStaff } from '../builders/accounts.js';
import { certificate, issueLine } from '../builders/certificates.js';
import { mailsAt, messagesAt } from '../builders/messages.js';
import { withReferenceData } from '../builders/reference-data.js';
import { aHolder, begin, decide } from '../builders/requests.js';
import {
  changedStanding,
  decideStanding,
  decisionOn,
  proposed,
  registered,
  STANDING_REASON,
  theOfficers,
  withdraw,
  type Officers,
} from '../builders/standing.js';
import { apiClient, askPartner, tokenOf } from '../integration/partner-client.js';
import { ApiHarness, TEST_NOW } from '../support/api-harness.js';

const NOT_VALID = [
  ['SUSPEND', 'SUSPENDED'],
  ['REVOKE', 'REVOKED'],
  ['CANCEL', 'CANCELLED'],
] as const;

const VERIFY = `query Verify($input: VerifyCertificateInput!) {
  verifyCertificate(input: $input) { result checks { code passed } certificate { status } }
}`;

describe('a certificate whose standing is changed', () => {
  let api: ApiHarness;
  let officers: Officers;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    officers = await theOfficers(api);
  });
  afterAll(() => api.stop());

  const publicly = async (id: string) => {
    const [row] = await api.db.query<{ code: string }[]>(
      'SELECT verify_code AS code FROM certificate WHERE id = ?',
      [id],
    );
    const answer = await api.browser().send(PublicCertificateDocument, { code: row?.code ?? '' });
    return answer.publicCertificate;
  };

  const forPartners = async (number: string) => {
    const token = await tokenOf(api, await apiClient(api));
    const input = {
      ...{ certificateNo: number, name: '演示考生', item: 'RT-Ⅱ' },
      ...{ from: '2026-11-01', to: '2026-11-02' },
    };
    const { data } = await askPartner(api, token, VERIFY, { input });
    return data?.['verifyCertificate'];
  };

  it.each(NOT_VALID)(
    'by %s is shown to the public as %s, with the day and no reason',
    async (action, status) => {
      const { id } = await certificate(api);
      expect(await publicly(id)).toMatchObject({ status: 'VALID', statusSince: null });
      await changedStanding(officers, id, action);
      const shown = await publicly(id);
      expect(shown).toMatchObject({ status, statusSince: TEST_NOW, replacedAs: null });
      expect(JSON.stringify(shown)).not.toContain('理由');
    },
  );

  it.each(NOT_VALID)('by %s is INVALID for other systems', async (action, status) => {
    const { id, number } = await certificate(api);
    await changedStanding(officers, id, action);
    expect(await forPartners(number)).toMatchObject({
      result: 'INVALID',
      checks: expect.arrayContaining([{ code: 'STATUS', passed: false }]),
      certificate: { status },
    });
  });

  it('is valid for everybody again once it is reinstated', async () => {
    const { holder, held } = await aHolder(api, {}, { name: '演示考生' });
    await changedStanding(officers, held.id, 'SUSPEND');
    expect(await api.app.get(HeldItems).of(holder.accountId)).toEqual([]);
    await changedStanding(officers, held.id, 'REINSTATE');
    expect(await publicly(held.id)).toMatchObject({ status: 'VALID', statusSince: null });
    expect(await forPartners(held.number)).toMatchObject({ result: 'VALID' });
    expect(await api.app.get(HeldItems).of(holder.accountId)).toHaveLength(1);
  });

  it.each(NOT_VALID)('by %s can no longer be printed or handed over', async (action) => {
    const printer = await signedInStaff(api, ['PRINTER'], { authorityCode: 'P34' });
    const advance = async (
      certificateId: string,
      version: number,
      step: 'MARK_PRINTED' | 'MARK_DELIVERED',
    ) => {
      const input = { certificateId, version, step, idempotencyKey: `${step}-${certificateId}` };
      return (await printer.send(AdvanceCertificateDocument, { input })).advanceCertificate;
    };
    const waiting = async (step: 'MARK_PRINTED' | 'MARK_DELIVERED') =>
      (await printer.send(CertificatesDocument, { step, first: 100 })).certificates.edges.map(
        ({ node }) => node.id,
      );
    const unprinted = await certificate(api, { source: `none:${action}-1` });
    await changedStanding(officers, unprinted.id, action);
    expect(await waiting('MARK_PRINTED')).not.toContain(unprinted.id);
    const refused = { code: 'STATE_INVALID', message: '证书已不再有效，不能继续制证或发放。' };
    expect(await advance(unprinted.id, 2, 'MARK_PRINTED')).toMatchObject(refused);
    const printed = await certificate(api, { source: `none:${action}-2` });
    expect(await advance(printed.id, 1, 'MARK_PRINTED')).toMatchObject({ version: 2 });
    await changedStanding(officers, printed.id, action);
    expect(await waiting('MARK_DELIVERED')).not.toContain(printed.id);
    expect(await advance(printed.id, 3, 'MARK_DELIVERED')).toMatchObject(refused);
  });

  it.each(NOT_VALID)('by %s is not replaced by a reissue that is under way', async (action) => {
    const { holder, held } = await aHolder(api);
    const { lineId: id } = await issueLine(api, {
      holderAccountId: holder.accountId,
      purpose: 'REISSUE',
      replacesId: held.id,
    });
    await changedStanding(officers, held.id, action);
    expect(await decide(officers.approver, { id, version: 1 })).toMatchObject({
      code: 'STATE_INVALID',
      message: expect.stringContaining('原证书已不再有效'),
    });
    expect(await begin(holder, held.id, 'certificate-reissue')).toMatchObject({
      __typename: 'NotEligibleError',
    });
  });

  it('by SUSPEND is not got around by a renewal that is under way', async () => {
    const { holder, held } = await aHolder(api);
    const { lineId: id } = await issueLine(api, { holderAccountId: holder.accountId });
    await changedStanding(officers, held.id, 'SUSPEND');
    expect(await decide(officers.approver, { id, version: 1 })).toMatchObject({
      code: 'STATE_INVALID',
      message: expect.stringContaining('证书已暂停'),
    });
    await changedStanding(officers, held.id, 'REINSTATE');
    expect(await decide(officers.approver, { id, version: 1 })).toMatchObject({
      status: 'APPROVED',
    });
  });

  describe('is replaced when that is only proposed; then the proposal', () => {
    const waiting = async (): Promise<readonly string[]> => {
      const page = await officers.approver.send(StandingProposalsDocument, { first: 100 });
      return page.standingProposals.edges.map(({ node }) => node.id);
    };

    it.each(['REISSUE', 'CHANGE', 'ISSUE'] as const)(
      'lapses with the approval of %s, by nobody’s decision, and can no longer be closed',
      async (purpose) => {
        const { holder, held } = await aHolder(api);
        const { lineId: id } = await issueLine(api, {
          holderAccountId: holder.accountId,
          purpose,
          ...(purpose === 'ISSUE' ? {} : { replacesId: held.id }),
        });
        const change = await proposed(officers.reviewer, held.id, 'SUSPEND');
        expect(await waiting()).toContain(change.id);
        expect(await decide(officers.approver, { id, version: 1 })).toMatchObject({
          status: 'APPROVED',
        });
        expect(await waiting()).not.toContain(change.id);
        expect(await registered(officers.approver, held.id)).toMatchObject({
          status: 'SUPERSEDED',
          standing: [
            {
              ...{ id: change.id, outcome: 'LAPSED', at: TEST_NOW, decidedBy: null, version: 2 },
              ...{ allowedDecisions: [], mayWithdraw: false, whyNot: null },
            },
          ],
        });
        const [audited] = await api.db.query<{ actor: string; details: unknown }[]>(
          "SELECT actor_id AS actor, details FROM audit_log WHERE operation = 'decideIssueLine' AND subject_id = ?",
          [id],
        );
        expect(audited?.actor).toBe(officers.approver.accountId);
        expect(JSON.stringify(audited?.details)).toContain(change.id);
        for (const version of [1, 2]) {
          const approval = decisionOn({ id: change.id, version });
          expect(await decideStanding(officers.approver, approval)).toMatchObject({
            code: 'STATE_INVALID',
            message: '证书现在的状态是“已被新证书替换”，不能暂停证书。',
          });
        }
        expect(await withdraw(officers.reviewer, change)).toMatchObject({
          code: 'STATE_INVALID',
          message: '暂停证书的提请已经办结，请刷新页面。',
        });
        const { myCertificates } = await holder.send(MyCertificatesDocument);
        expect(myCertificates.find((one) => one.id === held.id)?.standing).toEqual([]);
      },
    );

    it('is left open by a renewal of one of several items, which replaces nothing', async () => {
      const item = {
        ...{ firstIssueDate: '2026-02-01', approvalDate: '2026-02-01', validFrom: '2026-02-01' },
        ...{ validTo: '2031-01-31', restriction: null },
      };
      const items = ['RT-II', 'UT-II'].map((itemCode) => ({ ...item, itemCode }));
      const { holder, held } = await aHolder(api, { items });
      const { lineId: id } = await issueLine(api, { holderAccountId: holder.accountId });
      const change = await proposed(officers.reviewer, held.id, 'SUSPEND');
      expect(await decide(officers.approver, { id, version: 1 })).toMatchObject({
        status: 'APPROVED',
      });
      expect(await waiting()).toContain(change.id);
      expect(await decideStanding(officers.approver, decisionOn(change))).toMatchObject({
        outcome: 'APPROVED',
      });
    });

    it('is left open by a reissue that is refused or returned, by printing, and by changes of another certificate', async () => {
      const printer = await signedInStaff(api, ['PRINTER'], { authorityCode: 'P34' });
      const { holder, held } = await aHolder(api, { source: 'none:open' });
      const other = await aHolder(api);
      const change = await proposed(officers.reviewer, held.id, 'REVOKE');
      for (const decision of ['RETURN', 'REJECT'] as const) {
        const { lineId: id } = await issueLine(api, {
          holderAccountId: holder.accountId,
          purpose: 'REISSUE',
          replacesId: held.id,
        });
        const refused = await decide(officers.approver, { id, version: 1 }, decision);
        expect(refused).toMatchObject({ __typename: 'IssueLine' });
      }
      const step = 'MARK_PRINTED' as const;
      const input = { certificateId: held.id, version: 1, step, idempotencyKey: 'print-open-one' };
      await printer.send(AdvanceCertificateDocument, { input });
      const { lineId: id } = await issueLine(api, {
        holderAccountId: other.holder.accountId,
        purpose: 'REISSUE',
        replacesId: other.held.id,
      });
      expect(await decide(officers.approver, { id, version: 1 })).toMatchObject({
        status: 'APPROVED',
      });
      expect(await waiting()).toContain(change.id);
      expect((await registered(officers.approver, held.id)).standing).toMatchObject([
        { id: change.id, outcome: null, allowedDecisions: ['APPROVE', 'REJECT'], version: 1 },
      ]);
    });

    it('lapses for nobody else: the database wants a decider for a decision, and none for this', async () => {
      const { id: certificateId } = await certificate(api);
      const change = await proposed(officers.reviewer, certificateId, 'SUSPEND');
      const close = (outcome: string, decider: string | null): Promise<unknown> =>
        api.db.query(
          'UPDATE standing_change SET outcome = ?, decided_by = ?, decided_at = NOW(3) WHERE id = ?',
          [outcome, decider, change.id],
        );
      await expect(close('LAPSED', officers.approver.accountId)).rejects.toThrow('closed');
      await expect(close('REJECTED', null)).rejects.toThrow('closed');
    });
  });

  describe('is told of to its holder', () => {
    it.each([
      ['SUSPEND', [], 'CERTIFICATE_SUSPENDED', '证书已暂停'],
      ['REINSTATE', ['SUSPEND'], 'CERTIFICATE_REINSTATED', '证书已恢复'],
      ['REVOKE', [], 'CERTIFICATE_REVOKED', '证书已撤销'],
      ['CANCEL', [], 'CERTIFICATE_CANCELLED', '证书已注销'],
    ] as const)(
      'by %s after %j, in the inbox with the reason: %s',
      async (action, before, template, title) => {
        const { holder, held } = await aHolder(api);
        for (const earlier of before) await changedStanding(officers, held.id, earlier);
        api.clock.advance(1);
        const change = await proposed(officers.reviewer, held.id, action);
        const { myInbox: quiet } = await holder.send(MyInboxDocument, { first: 5 });
        expect(quiet.edges).toHaveLength(before.length);
        await decideStanding(officers.approver, decisionOn(change));
        const { myInbox } = await holder.send(MyInboxDocument, { first: 5 });
        expect(myInbox.edges[0]?.node).toMatchObject({
          ...{ template, title, details: STANDING_REASON, applicationId: null },
          body: expect.stringContaining(held.number),
        });
        api.clock.set(TEST_NOW);
      },
    );

    it('by phone and mail without the reason, also when notices are switched off', async () => {
      const email = 'yanshi-standing@example.com';
      const { holder, held } = await aHolder(api, {}, { email });
      await holder.send(UpdateNoticePreferencesDocument, {
        input: {
          ...{ sms: false, mail: false, language: 'ZH_CN', version: 0 },
          idempotencyKey: 'switched-off',
        },
      });
      await changedStanding(officers, held.id, 'REVOKE');
      await api.deliver();
      const [sms] = await messagesAt(api, holder.person.phone);
      expect(sms).toMatchObject({
        purpose: 'NOTICE_CERTIFICATE_REVOKED',
        body: expect.stringContaining(`发证机关对证书 ${held.number} 作出了决定`),
      });
      const [mail] = await mailsAt(api, email);
      expect(mail).toMatchObject({ subject: '证书已撤销' });
      expect(`${String(sms?.body)}${String(mail?.body)}`).not.toContain(STANDING_REASON);
    });

    it('and the reason is sealed in the inbox', async () => {
      const { holder, held } = await aHolder(api);
      await changedStanding(officers, held.id, 'SUSPEND');
      const [row] = await api.db.query<{ params: unknown; sealed: Buffer }[]>(
        'SELECT params, details_enc AS sealed FROM inbox_message WHERE account_id = ?',
        [holder.accountId],
      );
      expect(JSON.stringify(row?.params)).not.toContain('理由');
      expect(row?.sealed.toString('utf8')).not.toContain('理由');
    });

    it('unless nobody has an account for it', async () => {
      const { id } = await certificate(api, { holderAccountId: null });
      expect(await changedStanding(officers, id, 'CANCEL')).toMatchObject({ outcome: 'APPROVED' });
    });
  });
});

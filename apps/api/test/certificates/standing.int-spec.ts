import {
  CertificateByNumberDocument,
  DecideStandingDocument,
  MyCertificatesDocument,
  ProposeStandingDocument,
  RegisteredCertificateDocument,
  StandingProposalsDocument,
  WithdrawStandingDocument,
  type StandingAction,
} from '@kaopu/graphql';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LetProposalsLapse1764450000000 } from '../../src/migrations/1764450000000-let-proposals-lapse.js';
import { signedInStaff, type SignedIn } from '../builders/accounts.js';
import { certificate } from '../builders/certificates.js';
import { withReferenceData } from '../builders/reference-data.js';
import { aHolder } from '../builders/requests.js';
import {
  changedStanding,
  decideStanding,
  decisionOn,
  proposalOf,
  propose,
  proposed,
  registered,
  STANDING_REASON,
  theOfficers,
  withdraw,
  type Officers,
} from '../builders/standing.js';
import { ApiHarness, TEST_NOW } from '../support/api-harness.js';
import { statementsOf } from '../support/statements-of.js';

describe('the standing of a certificate', () => {
  let api: ApiHarness;
  let officers: Officers;
  let auditor: SignedIn;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    officers = await theOfficers(api);
    auditor = await signedInStaff(api, ['AUDITOR']);
  });
  afterAll(() => api.stop());

  const historyIn = (table: 'certificate_status' | 'audit_log', certificateId: string) =>
    table === 'certificate_status'
      ? api.db.query<unknown[]>(
          'SELECT from_status AS `from`, to_status AS `to`, reason, actor_id AS actor FROM certificate_status WHERE certificate_id = ? ORDER BY at, id',
          [certificateId],
        )
      : api.db.query<unknown[]>(
          'SELECT operation, actor_id AS actor FROM audit_log WHERE details LIKE ? ORDER BY id',
          [`%${certificateId}%`],
        );

  it.each([
    ['SUSPEND', [], 'SUSPENDED', ['REINSTATE', 'REVOKE', 'CANCEL']],
    ['REVOKE', [], 'REVOKED', []],
    ['CANCEL', [], 'CANCELLED', []],
    ['REINSTATE', ['SUSPEND'], 'VALID', ['SUSPEND', 'REVOKE', 'CANCEL']],
    ['REVOKE', ['SUSPEND'], 'REVOKED', []],
    ['CANCEL', ['SUSPEND'], 'CANCELLED', []],
  ] as const)(
    'is changed by %s, after %j, to %s, and then offers %j',
    async (action, before, status, next) => {
      const { id } = await certificate(api);
      for (const earlier of before) await changedStanding(officers, id, earlier);
      const change = await proposed(officers.reviewer, id, action);
      expect(await registered(officers.reviewer, id)).toMatchObject({
        allowedStandingActions: [],
        standing: [
          { id: change.id, outcome: null, at: null, proposedAt: TEST_NOW },
          ...before.map((earlier) => ({ action: earlier, outcome: 'APPROVED' })),
        ],
      });
      expect(await decideStanding(officers.approver, decisionOn(change))).toMatchObject({
        __typename: 'StandingChange',
        action,
        to: status,
        reason: STANDING_REASON,
        outcome: 'APPROVED',
        at: TEST_NOW,
        proposedBy: '演示人员',
        decidedBy: '演示人员',
        allowedDecisions: [],
        certificate: { id, status },
      });
      expect(await registered(officers.reviewer, id)).toMatchObject({
        status,
        statusSince: status === 'VALID' ? null : TEST_NOW,
        version: 2 + before.length,
        allowedStandingActions: next,
      });
      expect(await historyIn('certificate_status', id)).toMatchObject([
        { to: 'VALID', reason: null },
        ...before.map((earlier) => ({ reason: earlier })),
        { to: status, reason: action, actor: officers.approver.accountId },
      ]);
    },
  );

  it.each(['SUSPEND', 'REINSTATE', 'REVOKE', 'CANCEL'] as const)(
    'once revoked, cancelled or replaced is final: %s is refused',
    async (action) => {
      for (const status of ['REVOKED', 'CANCELLED', 'SUPERSEDED']) {
        const { id } = await certificate(api);
        await api.db.query('UPDATE certificate SET status = ? WHERE id = ?', [status, id]);
        expect(await propose(officers.reviewer, proposalOf(id, { action }))).toMatchObject({
          __typename: 'RefusedError',
          code: 'STATE_INVALID',
        });
      }
    },
  );

  it('is left alone by a proposal that is rejected or taken back, and may be proposed again', async () => {
    const { id } = await certificate(api);
    const rejected = await proposed(officers.reviewer, id, 'REVOKE');
    const reason = '演示理由：证据不足，请补充核实。';
    const rejection = decisionOn(rejected, { decision: 'REJECT', reason });
    expect(await decideStanding(officers.approver, rejection)).toMatchObject({
      outcome: 'REJECTED',
      decisionReason: reason,
    });
    const taken = await proposed(officers.reviewer, id, 'SUSPEND');
    expect(taken).toMatchObject({ mayWithdraw: true, allowedDecisions: [] });
    expect(await withdraw(officers.reviewer, taken)).toMatchObject({ outcome: 'WITHDRAWN' });
    expect(await registered(officers.reviewer, id)).toMatchObject({
      status: 'VALID',
      version: 1,
      allowedStandingActions: ['SUSPEND', 'REVOKE', 'CANCEL'],
      standing: [{ outcome: 'WITHDRAWN' }, { outcome: 'REJECTED' }],
    });
    await changedStanding(officers, id, 'SUSPEND');
  });

  describe('takes four eyes:', () => {
    it('whoever proposed it may not decide, whatever their role, but may take it back', async () => {
      const { id } = await certificate(api);
      const change = await proposed(officers.approver, id, 'REVOKE');
      expect(change).toMatchObject({
        allowedDecisions: [],
        mayWithdraw: true,
        whyNot: '撤销证书由您提请，须由另一名审批人员决定。',
      });
      for (const decision of ['APPROVE', 'REJECT'] as const) {
        const input = decisionOn(change, { decision, reason: STANDING_REASON });
        expect(await decideStanding(officers.approver, input)).toMatchObject({
          code: 'FORBIDDEN',
          message: '撤销证书由您提请，须由另一名审批人员决定。',
        });
      }
      expect(await registered(officers.approver, id)).toMatchObject({ status: 'VALID' });
      expect(await decideStanding(officers.second, decisionOn(change))).toMatchObject({
        outcome: 'APPROVED',
      });
    });

    it('only the proposer takes a proposal back', async () => {
      const { id } = await certificate(api);
      const change = await proposed(officers.reviewer, id, 'SUSPEND');
      expect(await withdraw(officers.approver, change)).toMatchObject({
        code: 'FORBIDDEN',
        message: '只能撤回自己的提请。',
      });
    });

    it('nobody proposes or decides about their own certificate', async () => {
      const { id } = await certificate(api, { holderAccountId: officers.approver.accountId });
      expect(await propose(officers.approver, proposalOf(id))).toMatchObject({ code: 'FORBIDDEN' });
      const change = await proposed(officers.reviewer, id, 'SUSPEND');
      expect(await decideStanding(officers.approver, decisionOn(change))).toMatchObject({
        code: 'FORBIDDEN',
        message: '不能处理自己的证书，请交给同事。',
      });
    });

    it('the database itself refuses a decision by the proposer, and a second word about it', async () => {
      const { id } = await certificate(api);
      const change = await proposed(officers.reviewer, id, 'SUSPEND');
      const close = (outcome: string, decider: string): Promise<unknown> =>
        api.db.query(
          'UPDATE standing_change SET outcome = ?, decided_by = ?, decided_at = NOW(3) WHERE id = ?',
          [outcome, decider, change.id],
        );
      await expect(close('APPROVED', officers.reviewer.accountId)).rejects.toThrow('four_eyes');
      await expect(close('WITHDRAWN', officers.approver.accountId)).rejects.toThrow('four_eyes');
      await expect(
        api.db.query("UPDATE standing_change SET action = 'REVOKE' WHERE id = ?", [change.id]),
      ).rejects.toThrow('append-only');
      await decideStanding(officers.approver, decisionOn(change));
      await expect(close('REJECTED', officers.second.accountId)).rejects.toThrow('append-only');
      await expect(
        api.db.query('DELETE FROM standing_change WHERE id = ?', [change.id]),
      ).rejects.toThrow('append-only');
    });
  });

  it.each(['', '太短了', '字'.repeat(501)])('is not changed for the reason %j', async (reason) => {
    const { id } = await certificate(api);
    const wrong = {
      __typename: 'InvalidInputError',
      problems: [{ path: 'reason', key: 'problem.standingReason' }],
    };
    expect(await propose(officers.reviewer, proposalOf(id, { reason }))).toMatchObject(wrong);
    const change = await proposed(officers.reviewer, id, 'SUSPEND');
    const rejection = decisionOn(change, { decision: 'REJECT', reason });
    expect(await decideStanding(officers.approver, rejection)).toMatchObject(wrong);
  });

  it('keeps reasons sealed', async () => {
    const { id } = await certificate(api);
    await changedStanding(officers, id, 'SUSPEND');
    const [row] = await api.db.query<{ sealed: Buffer }[]>(
      'SELECT reason_enc AS sealed FROM standing_change WHERE certificate_id = ?',
      [id],
    );
    expect(row?.sealed.toString('utf8')).not.toContain('演示理由');
  });

  it('has one open proposal at most, also by the key alone', async () => {
    const { id } = await certificate(api);
    const change = await proposed(officers.reviewer, id, 'SUSPEND');
    expect(await propose(officers.approver, proposalOf(id, { action: 'REVOKE' }))).toMatchObject({
      code: 'STATE_INVALID',
      message: '这本证书已有一项提请等待决定，不能再提请撤销证书。',
    });
    await expect(
      api.db.query(
        `INSERT INTO standing_change (id, certificate_id, authority_code, action, from_status, to_status, reason_enc, proposed_by, proposed_at, version)
         SELECT ?, certificate_id, authority_code, action, from_status, to_status, reason_enc, proposed_by, proposed_at, 1
         FROM standing_change WHERE id = ?`,
        [uuid(), change.id],
      ),
    ).rejects.toThrow('uq_standing_change_open');
  });

  it('answers a stale version with a conflict', async () => {
    const { id } = await certificate(api);
    expect(await propose(officers.reviewer, proposalOf(id, { version: 2 }))).toMatchObject({
      __typename: 'ConflictError',
      currentVersion: 1,
    });
    const change = await proposed(officers.reviewer, id, 'SUSPEND');
    await decideStanding(officers.approver, decisionOn(change));
    expect(await decideStanding(officers.second, decisionOn(change))).toMatchObject({
      __typename: 'ConflictError',
      currentVersion: 2,
      changedAt: TEST_NOW,
    });
    const again = decisionOn({ ...change, version: 2 });
    expect(await decideStanding(officers.second, again)).toMatchObject({ code: 'STATE_INVALID' });
    expect(await withdraw(officers.reviewer, { ...change, version: 2 })).toMatchObject({
      code: 'STATE_INVALID',
    });
  });

  it('is not changed by a proposal that the register has overtaken; that can only be rejected', async () => {
    const { id } = await certificate(api);
    const change = await proposed(officers.reviewer, id, 'SUSPEND');
    await api.db.query(
      "UPDATE certificate SET status = 'SUPERSEDED', version = version + 1 WHERE id = ?",
      [id],
    );
    expect(await decideStanding(officers.approver, decisionOn(change))).toMatchObject({
      code: 'STATE_INVALID',
      message: '证书现在的状态是“已被新证书替换”，不能暂停证书。',
    });
    expect(await registered(officers.approver, id)).toMatchObject({
      status: 'SUPERSEDED',
      standing: [{ outcome: null, allowedDecisions: ['REJECT'] }],
    });
  });

  it('lets go, by the migration, of proposals that were overtaken before they could lapse', async () => {
    const [overtaken, waiting] = [await certificate(api), await certificate(api)];
    const change = await proposed(officers.reviewer, overtaken.id, 'SUSPEND');
    await proposed(officers.reviewer, waiting.id, 'SUSPEND');
    await api.db.query("UPDATE certificate SET status = 'SUPERSEDED' WHERE id = ?", [overtaken.id]);
    const runner = api.db.createQueryRunner();
    await new LetProposalsLapse1764450000000().up(runner).finally(() => runner.release());
    expect((await registered(officers.reviewer, overtaken.id)).standing).toMatchObject([
      { id: change.id, outcome: 'LAPSED', at: TEST_NOW, decidedBy: null, version: 2 },
    ]);
    expect((await registered(officers.reviewer, waiting.id)).standing).toMatchObject([
      { outcome: null, version: 1 },
    ]);
  });

  it('is changed once by a repeated key, and the same answer is given', async () => {
    const { id } = await certificate(api);
    const proposal = proposalOf(id, { action: 'REVOKE' });
    const twice = await Promise.all([1, 2].map(() => propose(officers.reviewer, proposal)));
    expect(twice[0]).toMatchObject({ __typename: 'StandingChange', version: 1 });
    expect(twice[1]).toEqual(twice[0]);
    const change = await registered(officers.reviewer, id).then(({ standing }) => standing?.[0]);
    const decision = decisionOn(change ?? { id: '', version: 0 });
    const answers = await Promise.all(
      [1, 2, 3].map(() => decideStanding(officers.approver, decision)),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ outcome: 'APPROVED' });
    expect(await historyIn('certificate_status', id)).toHaveLength(2);
    expect(await historyIn('audit_log', id)).toMatchObject([
      { operation: 'proposeStanding', actor: officers.reviewer.accountId },
      { operation: 'decideStanding', actor: officers.approver.accountId },
    ]);
    const other = { ...decision, decision: 'REJECT' as const, reason: STANDING_REASON };
    expect(await decideStanding(officers.approver, other)).toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    });
  });

  it('of another authority’s certificate is the same as none', async () => {
    const foreign = await theOfficers(api, 'P32');
    const { id, number } = await certificate(api, {
      authorityCode: 'P32',
      institutionCode: 'EI-32',
    });
    const change = await proposed(foreign.reviewer, id, 'SUSPEND');
    const { reviewer, approver } = officers;
    const codeOf = (answer: { readonly errors?: readonly { extensions: { code?: unknown } }[] }) =>
      answer.errors?.[0]?.extensions.code;
    for (const certificateId of [id, uuid()]) {
      const input = proposalOf(certificateId);
      expect(codeOf(await reviewer.ask(ProposeStandingDocument, { input }))).toBe('NOT_FOUND');
      const page = await reviewer.ask(RegisteredCertificateDocument, { id: certificateId });
      expect(codeOf(page)).toBe('NOT_FOUND');
    }
    for (const changeId of [change.id, uuid()]) {
      const input = decisionOn({ id: changeId, version: 1 });
      expect(codeOf(await approver.ask(DecideStandingDocument, { input }))).toBe('NOT_FOUND');
      const taken = { changeId, version: 1, idempotencyKey: `foreign-${changeId}` };
      const answer = await reviewer.ask(WithdrawStandingDocument, { input: taken });
      expect(codeOf(answer)).toBe('NOT_FOUND');
    }
    for (const one of [number, 'YS-NOBODY-0001']) {
      const found = await reviewer.send(CertificateByNumberDocument, { number: one });
      expect(found.certificateByNumber).toBeNull();
    }
    const { standingProposals } = await reviewer.send(StandingProposalsDocument, { first: 100 });
    expect(standingProposals.edges.map(({ node }) => node.id)).not.toContain(change.id);
  });

  it('is found by its number however it is spelt, by auditors in every authority', async () => {
    const { id, number } = await certificate(api, {
      number: 'YS-STAND-0001',
      authorityCode: 'P32',
      institutionCode: 'EI-32',
    });
    for (const spelt of [number, ' ys-stand-0001 ', 'ＹＳ－STAND－0001']) {
      const found = await auditor.send(CertificateByNumberDocument, { number: spelt });
      expect(found.certificateByNumber).toMatchObject({ id, number });
    }
    expect(await registered(auditor, id)).toMatchObject({ allowedStandingActions: [] });
  });

  it('is told to its holder without the names of officers, and not before it is decided', async () => {
    const { holder, held } = await aHolder(api);
    const mine = async () => (await holder.send(MyCertificatesDocument)).myCertificates[0];
    const change = await proposed(officers.reviewer, held.id, 'SUSPEND');
    expect(await mine()).toMatchObject({ status: 'VALID', statusSince: null, standing: [] });
    const comment = '演示理由：同意，材料已经核对。';
    await decideStanding(officers.approver, decisionOn(change, { reason: comment }));
    expect(await mine()).toMatchObject({
      status: 'SUSPENDED',
      statusSince: TEST_NOW,
      standing: [{ action: 'SUSPEND', to: 'SUSPENDED', reason: STANDING_REASON, at: TEST_NOW }],
    });
    const asked = await holder.send<
      { myCertificates: readonly { standing: readonly Record<string, unknown>[] }[] },
      never
    >('{ myCertificates { standing { proposedBy decidedBy decisionReason allowedDecisions } } }');
    expect(asked.myCertificates[0]?.standing).toEqual([
      { proposedBy: null, decidedBy: null, decisionReason: null, allowedDecisions: [] },
    ]);
  });

  it('is nobody else’s to read: an institution sees the state without its history', async () => {
    const { id } = await certificate(api);
    await changedStanding(officers, id, 'SUSPEND');
    const admin = await signedInStaff(api, ['INSTITUTION_ADMIN'], { institutionCode: 'EI-34' });
    const { certificates } = await admin.send<
      { certificates: { edges: readonly { node: Record<string, unknown> }[] } },
      never
    >('{ certificates(first: 100) { edges { node { id status standing { id } } } } }');
    const seen = certificates.edges.find(({ node }) => node['id'] === id)?.node;
    expect(seen).toEqual({ id, status: 'SUSPENDED', standing: null });
  });

  describe('waits for a decision', () => {
    it('in a list by age, page by page, in as many statements for many as for few', async () => {
      const others = await theOfficers(api, 'P37');
      const waiting: string[] = [];
      for (let turn = 0; turn < 5; turn++) {
        const { id } = await certificate(api, { authorityCode: 'P37', institutionCode: 'EI-37' });
        api.clock.set(new Date(Date.parse(TEST_NOW) + Math.floor(turn / 2) * 1000).toISOString());
        waiting.push((await proposed(others.reviewer, id, 'SUSPEND')).id);
      }
      const pageAfter = async (after: string | null) =>
        (await others.approver.send(StandingProposalsDocument, { first: 2, after }))
          .standingProposals;
      const seen: string[] = [];
      let next: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof pageAfter>> = await pageAfter(next);
        seen.push(...page.edges.map(({ node }) => node.id));
        for (const { node } of page.edges) {
          expect(node).toMatchObject({
            allowedDecisions: ['APPROVE', 'REJECT'],
            certificate: { status: 'VALID', holderName: '演示考生' },
          });
        }
        next = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (next !== null);
      expect(seen).toEqual(waiting);
      // What is remembered for a moment (session, catalogue) may be read again in between.
      const ofTheRegister = /standing_change|certificate|name_enc/;
      const read = async (first: number) =>
        (
          await statementsOf(api, () => others.approver.send(StandingProposalsDocument, { first }))
        ).filter((sql) => ofTheRegister.test(sql)).length;
      const forFive = await read(5);
      expect(forFive).toBeGreaterThan(1);
      expect(await read(1)).toBe(forFive);
      const tooMany = await others.approver.ask(StandingProposalsDocument, { first: 101 });
      expect(tooMany.errors?.[0]?.extensions.code).toBe('VALIDATION');
    });

    it('in the auditor’s list too, who decides nothing', async () => {
      const { id } = await certificate(api);
      const change = await proposed(officers.reviewer, id, 'SUSPEND');
      const { standingProposals } = await auditor.send(StandingProposalsDocument, { first: 100 });
      const node = standingProposals.edges.find((edge) => edge.node.id === change.id)?.node;
      expect(node).toMatchObject({
        allowedDecisions: [],
        mayWithdraw: false,
        proposedBy: '演示人员',
      });
    });
  });

  it('offers what the table says, and nothing to whoever may not propose', async () => {
    const { id } = await certificate(api);
    const offers = async (who: SignedIn): Promise<readonly StandingAction[]> =>
      (await registered(who, id)).allowedStandingActions;
    expect(await offers(officers.reviewer)).toEqual(['SUSPEND', 'REVOKE', 'CANCEL']);
    expect(await offers(auditor)).toEqual([]);
  });
});

import { createHash } from 'node:crypto';
import {
  CertificatesDocument,
  DecideIssueLineDocument,
  IssueBatchDocument,
  IssueBatchesDocument,
  MyCertificatesDocument,
  type DecideIssueLineInput,
} from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RuleParameterEntity } from '../../src/catalogue/rules/rule-parameter.entity.js';
import { IssueLineListeners } from '../../src/certificates/source-listeners.js';
import { HeldItems } from '../../src/certificates/held-items.js';
import { RefusedError } from '../../src/platform/graphql/user-error.js';
import { signIn, signedInStaff, type SignedIn } from '../builders/accounts.js';
import { certificate, issueLine } from '../builders/certificates.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';
import { forged } from '../builders/forged-address.js';

let keys = 0;
const P34 = { authorityCode: 'P34' };

const approval = (
  lineId: string,
  more: Partial<DecideIssueLineInput> = {},
): DecideIssueLineInput => ({
  lineId,
  version: 1,
  decision: 'APPROVE',
  idempotencyKey: `decide-${String(++keys)}-key`,
  ...more,
});

describe('the issuing authority', () => {
  let api: ApiHarness;
  let approver: SignedIn;
  let reviewer: SignedIn;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    approver = await signedInStaff(api, ['AUTHORITY_APPROVER'], P34);
    reviewer = await signedInStaff(api, ['AUTHORITY_REVIEWER'], P34);
  });
  afterAll(() => api.stop());

  const decide = async (who: SignedIn, input: DecideIssueLineInput) =>
    (await who.send(DecideIssueLineDocument, { input })).decideIssueLine;

  const count = async (sql: string, ...values: unknown[]): Promise<number> => {
    const [row] = await api.db.query<{ n: number | string }[]>(sql, values);
    return Number(row?.n);
  };

  it('issues a numbered certificate for five years less a day when it approves', async () => {
    const { lineId, holderAccountId } = await issueLine(api);
    const decided = await decide(approver, approval(lineId));
    expect(decided).toMatchObject({
      __typename: 'IssueLine',
      status: 'APPROVED',
      allowedDecisions: [],
      certificate: { number: expect.stringMatching(/^TS-P34-2026-\d{6}$/), status: 'VALID' },
    });
    const holder = await signIn(api, holderAccountId);
    const { myCertificates } = await holder.send(MyCertificatesDocument);
    expect(myCertificates).toHaveLength(1);
    expect(myCertificates[0]).toMatchObject({
      holderName: '演示考生',
      items: [
        {
          item: { code: 'RT-II' },
          firstIssueDate: '2026-11-24',
          approvalDate: '2026-11-24',
          validFrom: '2026-11-24',
          validTo: '2031-11-23',
        },
      ],
    });
    expect(await api.app.get(HeldItems).of(holderAccountId)).toMatchObject([
      { itemCode: 'RT-II', method: 'RT', validTo: '2031-11-23', source: 'REGISTER' },
    ]);
  });

  it('shows lines with the ID number masked and the reviewer only what they may do', async () => {
    const { batchId } = await issueLine(api, {
      holder: {
        name: '演示甲',
        idNumber: '340101199001010007',
        sex: 'MALE',
        birthDate: '1990-01-01',
        employer: '演示单位',
      },
    });
    const { issueBatch } = await reviewer.send(IssueBatchDocument, { id: batchId });
    expect(issueBatch).toMatchObject({ lineCount: 1, pendingCount: 1 });
    expect(issueBatch.lines[0]).toMatchObject({
      holderName: '演示甲',
      holderIdNumber: '340************007',
      allowedDecisions: ['RETURN'],
      whyNot: '您的角色不能批准发证。',
    });
  });

  it.each([
    ['took part in the review', 'tookPart', '您参与过这份申请的审核，须由另一名人员审批。'],
    ['is the holder', 'holderAccountId', '不能以工作人员身份处理自己的申请，请交给同事。'],
  ] as const)('refuses whoever %s', async (_title, role, message) => {
    const { accountId } = approver;
    const { lineId } = await issueLine(
      api,
      role === 'tookPart' ? { tookPart: [accountId] } : { holderAccountId: accountId },
    );
    for (const decision of ['APPROVE', 'RETURN', 'REJECT'] as const) {
      const input = approval(lineId, { decision, reason: '演示理由' });
      expect(await decide(approver, input)).toMatchObject({ code: 'FORBIDDEN', message });
    }
    expect(
      await count(
        'SELECT COUNT(*) AS n FROM certificate c JOIN issue_line l ON l.certificate_id = c.id WHERE l.id = ?',
        lineId,
      ),
    ).toBe(0);
  });

  it('lets a reviewer return but neither approve nor reject', async () => {
    const { lineId } = await issueLine(api);
    expect(await decide(reviewer, approval(lineId))).toMatchObject({ code: 'FORBIDDEN' });
    const rejection = approval(lineId, { decision: 'REJECT', reason: '演示理由' });
    expect(await decide(reviewer, rejection)).toMatchObject({ code: 'FORBIDDEN' });
    const returned = approval(lineId, { decision: 'RETURN', reason: '材料不全' });
    expect(await decide(reviewer, returned)).toMatchObject({
      status: 'RETURNED',
      reason: '材料不全',
    });
  });

  it.each(['RETURN', 'REJECT'] as const)('needs a reason to %s', async (decision) => {
    const { lineId } = await issueLine(api);
    expect(await decide(approver, approval(lineId, { decision, reason: '  ' }))).toMatchObject({
      __typename: 'InvalidInputError',
      problems: [{ path: 'reason', key: 'whyNot.reasonRequired' }],
    });
  });

  it('decides a line once: another decision is refused, an old version is a conflict', async () => {
    const { lineId } = await issueLine(api);
    await decide(approver, approval(lineId));
    expect(await decide(approver, approval(lineId))).toMatchObject({
      __typename: 'ConflictError',
      currentVersion: 2,
    });
    const again = approval(lineId, { version: 2, decision: 'REJECT', reason: '演示理由' });
    expect(await decide(approver, again)).toMatchObject({ code: 'STATE_INVALID' });
  });

  it('answers a repeated key with the same certificate, also when both arrive together', async () => {
    const { lineId, holderAccountId } = await issueLine(api);
    const input = approval(lineId);
    const answers = await Promise.all([1, 2, 3].map(() => decide(approver, input)));
    const [first] = answers;
    expect(first).toMatchObject({ status: 'APPROVED' });
    for (const answer of answers) expect(answer).toEqual({ ...first });
    expect(
      await count(
        'SELECT COUNT(*) AS n FROM certificate WHERE holder_account_id = ?',
        holderAccountId,
      ),
    ).toBe(1);
    const changed = { ...input, decision: 'REJECT' as const, reason: '演示理由' };
    expect(await decide(approver, changed)).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
  });

  it('knows nothing of lines and batches of another authority', async () => {
    const { lineId, batchId } = await issueLine(api, {
      institutionCode: 'EI-32',
      authorityCode: 'P32',
    });
    const answer = await approver.ask(DecideIssueLineDocument, { input: approval(lineId) });
    expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const batch = await approver.ask(IssueBatchDocument, { id: batchId });
    expect(batch.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const { issueBatches } = await approver.send(IssueBatchesDocument, {
      pendingOnly: false,
      first: 100,
    });
    expect(issueBatches.edges.map(({ node }) => node.id)).not.toContain(batchId);
  });

  it('carries on the first issue date of a certificate it renews, and replaces that', async () => {
    const { lineId, holderAccountId } = await issueLine(api);
    const old = await certificate(api, {
      holderAccountId,
      items: [
        {
          itemCode: 'RT-II',
          firstIssueDate: '2016-12-01',
          approvalDate: '2021-12-01',
          validFrom: '2021-12-01',
          validTo: '2026-11-30',
          restriction: null,
        },
      ],
    });
    await decide(approver, approval(lineId));
    const holder = await signIn(api, holderAccountId);
    const { myCertificates } = await holder.send(MyCertificatesDocument);
    const successor = myCertificates.find(({ id }) => id !== old.id);
    expect(successor?.items[0]?.firstIssueDate).toBe('2016-12-01');
    expect(myCertificates.find(({ id }) => id === old.id)?.status).toBe('SUPERSEDED');
    expect(
      await count(
        'SELECT COUNT(*) AS n FROM certificate WHERE id = ? AND superseded_by = ?',
        old.id,
        successor?.id,
      ),
    ).toBe(1);
    expect(
      await count(
        "SELECT COUNT(*) AS n FROM certificate_status WHERE certificate_id = ? AND to_status = 'SUPERSEDED' AND actor_id = ?",
        old.id,
        approver.accountId,
      ),
    ).toBe(1);
  });

  it('ends validity on the 65th birthday and refuses a holder who has passed it', async () => {
    const born = (birthDate: string) => ({
      holder: {
        name: '演示考生',
        idNumber: '340101000000000000',
        sex: 'MALE',
        birthDate,
        employer: '演示单位',
      },
    });
    const { lineId } = await issueLine(api, born('1963-05-06'));
    expect(await decide(approver, approval(lineId))).toMatchObject({
      certificate: { items: [{ validTo: '2028-05-06' }] },
    });
    const tooOld = await issueLine(api, born('1961-05-06'));
    expect(await decide(approver, approval(tooOld.lineId))).toMatchObject({ code: 'NOT_ELIGIBLE' });
  });

  it('tells whoever forwarded the line inside the transaction, and rolls back when they object', async () => {
    const heard: unknown[] = [];
    api.app.get(IssueLineListeners).register('spec', (_tx, { source, decision, certificateId }) => {
      heard.push([source, decision, certificateId !== null]);
      return Promise.resolve(
        source === 'spec:2' ? new RefusedError('STATE_INVALID', '不行') : null,
      );
    });
    const fine = await issueLine(api, { source: 'spec:1' });
    expect(await decide(approver, approval(fine.lineId))).toMatchObject({ status: 'APPROVED' });
    const issued = await count('SELECT COUNT(*) AS n FROM certificate');
    const { lineId } = await issueLine(api, { source: 'spec:2' });
    expect(await decide(approver, approval(lineId))).toMatchObject({
      code: 'STATE_INVALID',
      message: '不行',
    });
    expect(heard).toEqual([
      ['spec:1', 'APPROVE', true],
      ['spec:2', 'APPROVE', true],
    ]);
    expect(await count('SELECT COUNT(*) AS n FROM certificate')).toBe(issued);
    expect(
      await count(
        "SELECT COUNT(*) AS n FROM issue_line WHERE id = ? AND status = 'PENDING'",
        lineId,
      ),
    ).toBe(1);
  });

  it('takes a source again only after it went back', async () => {
    const { lineId } = await issueLine(api, { source: 'test:again' });
    await expect(issueLine(api, { source: 'test:again' })).rejects.toThrow(/uq_issue_line_live/);
    await decide(approver, approval(lineId, { decision: 'RETURN', reason: '材料不全' }));
    await expect(issueLine(api, { source: 'test:again' })).resolves.toBeDefined();
  });

  it('makes the paper once after commit and gives the same bytes to whoever holds the address', async () => {
    const { lineId } = await issueLine(api);
    await decide(approver, approval(lineId));
    await api.deliver();
    const { certificates } = await approver.send(CertificatesDocument, { first: 1 });
    const node = certificates.edges[0]?.node;
    const url = node?.pdfUrl ?? '';
    const paper = await fetch(`${api.baseUrl}${url}`);
    expect(paper.headers.get('content-type')).toBe('application/pdf');
    expect(paper.headers.get('content-disposition')).toContain('attachment');
    const bytes = Buffer.from(await paper.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const [stored] = await api.db.query<{ hash: string }[]>(
      'SELECT pdf_hash AS hash FROM certificate WHERE id = ?',
      [node?.id],
    );
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(stored?.hash);
    expect((await fetch(`${api.baseUrl}${forged(url)}`)).status).toBe(404);
    api.clock.advance(301);
    expect((await fetch(`${api.baseUrl}${url}`)).status).toBe(404);
  });

  it('issues nothing under a number template that cannot count, and loses no number over it', async () => {
    const fresh = await signedInStaff(api, ['AUTHORITY_APPROVER'], P34);
    const { lineId } = await issueLine(api);
    const numbers = await count('SELECT COUNT(*) AS n FROM number_ledger');
    await api.db.manager.insert(RuleParameterEntity, {
      code: 'certificateNumber.P34',
      value: 'TS-{AUTHORITY}-{YYYY}',
      source: '演示',
      trust: 'ours',
      validFrom: '2019-06-01',
    });
    try {
      await expect(decide(fresh, approval(lineId))).rejects.toThrow('INTERNAL');
      expect(await count('SELECT COUNT(*) AS n FROM number_ledger')).toBe(numbers);
    } finally {
      await api.db.query('DELETE FROM rule_parameter WHERE code = ?', ['certificateNumber.P34']);
    }
    expect(await decide(fresh, approval(lineId))).toMatchObject({ status: 'APPROVED' });
  });
});

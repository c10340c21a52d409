import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { afterEach, describe, expect, it } from 'vitest';

import { AnsweringServer } from '../../testing/answering-server.js';
import { PageHands } from '../../testing/page-hands.js';
import { provideTexts } from '../../testing/texts.js';
import { CertificatePage } from './certificate-page.js';
import { ProposalsPage } from './proposals-page.js';
import { RegisterPage } from './register-page.js';

const REASON = '演示理由：经核实的情况说明，共十个字以上。';

const PROPOSAL = {
  __typename: 'StandingChange',
  id: 'change-1',
  action: 'REVOKE',
  from: 'VALID',
  to: 'REVOKED',
  reason: REASON,
  outcome: null,
  at: null,
  proposedAt: '2026-11-24T02:00:00.000Z',
  proposedBy: '演示发证审核员',
  decidedBy: null,
  decisionReason: null,
  version: 1,
  allowedDecisions: ['APPROVE', 'REJECT'],
  mayWithdraw: false,
  whyNot: null,
};

const SUSPENSION = {
  ...PROPOSAL,
  id: 'change-0',
  action: 'SUSPEND',
  to: 'SUSPENDED',
  outcome: 'APPROVED',
  at: '2026-11-20T02:00:00.000Z',
  decidedBy: '演示发证审批员',
  version: 2,
  allowedDecisions: [],
};

const HIT = {
  __typename: 'Certificate',
  id: 'certificate-1',
  number: 'YS-DEMO-0001',
  status: 'VALID',
  holderName: '演示考生',
};

const CERTIFICATE = {
  ...HIT,
  statusSince: null,
  issuedAt: '2026-01-02T00:00:00.000Z',
  verifyUrl: '/v/demo',
  pdfUrl: null,
  printedAt: null,
  deliveredAt: null,
  trackingNo: null,
  purpose: 'ISSUE',
  replaces: null,
  replacedBy: null,
  version: 3,
  authority: { __typename: 'Authority', code: 'DEMO-A', name: '演示发证机关' },
  institution: null,
  items: [],
  allowedStandingActions: ['SUSPEND', 'REVOKE', 'CANCEL'],
  standing: [SUSPENSION],
};

const CONFLICT = {
  __typename: 'ConflictError',
  code: 'CONFLICT',
  message: '内容刚刚被修改过，请刷新后再试。',
  currentVersion: 2,
  changedAt: null,
  changedBy: null,
};

const listOf = (...nodes: readonly object[]) => ({
  standingProposals: {
    __typename: 'StandingChangeConnection',
    pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
    edges: nodes.map((node, at) => ({
      __typename: 'StandingChangeEdge',
      cursor: String(at),
      node: { ...node, certificate: HIT },
    })),
  },
});

async function open(address: string, answers: Record<string, unknown>) {
  const server = new AnsweringServer(answers);
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      server.provide(),
      provideRouter(
        ['authority', 'staff'].map((path) => ({
          path,
          children: [
            { path: 'register', component: RegisterPage },
            { path: 'register/:id', component: CertificatePage },
            { path: 'proposals', component: ProposalsPage },
          ],
        })),
        withComponentInputBinding(),
      ),
    ],
  });
  return { hands: await PageHands.open(address), server };
}

const dialog = (): HTMLElement | null => document.querySelector('kp-confirm-dialog');

/** Answers the dialog by the words of a button. */
async function answer(hands: PageHands, words: string): Promise<void> {
  const button = [...(dialog()?.querySelectorAll('button') ?? [])].find(
    (one) => one.textContent.trim() === words,
  );
  if (!button) throw new Error(`No button of a dialog says ${words}`);
  button.click();
  await hands.settle();
  await new Promise((resolve) => setTimeout(resolve, 300));
  await hands.settle();
}

afterEach(() => {
  document.querySelectorAll('.cdk-overlay-container').forEach((layer) => {
    layer.remove();
  });
});

describe('The register', () => {
  it('finds a certificate by its number and keeps the number in the address', async () => {
    const { hands, server } = await open('/authority/register', {
      CertificateByNumber: { certificateByNumber: HIT },
      RegisteredCertificate: { certificate: CERTIFICATE },
    });
    expect(server.asked).toEqual([]);
    await hands.type('证书编号', ' YS-DEMO-0001 ');
    await hands.press('查找');
    expect(server.askedFor('CertificateByNumber')[0]?.variables).toEqual({
      number: 'YS-DEMO-0001',
    });
    expect(hands.text).toContain('有效');
    await hands.follow('YS-DEMO-0001 演示考生');
    expect(hands.text).toContain('证书 YS-DEMO-0001');
  });

  it('says that there is no such certificate', async () => {
    const { hands } = await open('/authority/register?number=YS-NOBODY', {
      CertificateByNumber: { certificateByNumber: null },
    });
    expect(hands.text).toContain('没有查到这个编号的证书');
  });

  it('says that it cannot be asked now', async () => {
    const { hands } = await open('/authority/register?number=YS-DEMO-0001', {});
    expect(hands.button('重试')).toBeTruthy();
  });
});

describe('A certificate of the register', () => {
  const page = (certificate: object) =>
    open('/authority/register/certificate-1', { RegisteredCertificate: { certificate } });

  it('shows what was decided about it, by whom and why', async () => {
    const { hands } = await page(CERTIFICATE);
    expect(hands.text).toContain('状态变更记录');
    expect(hands.text).toContain('暂停');
    expect(hands.text).toContain('提请：演示发证审核员；办结：演示发证审批员');
    expect(hands.text).toContain(`理由：${REASON}`);
  });

  it('shows that a proposal lapsed with the certificate it was about, by nobody’s decision', async () => {
    const lapsed = { ...SUSPENSION, outcome: 'LAPSED', decidedBy: null };
    const { hands } = await page({ ...CERTIFICATE, status: 'SUPERSEDED', standing: [lapsed] });
    expect(hands.text).toContain('暂停的提请已失效：证书已被新证书替换');
    expect(hands.text).toContain('提请：演示发证审核员');
    expect(hands.text).not.toContain('办结：');
    expect(hands.text).not.toContain('等待决定');
  });

  it('offers what the server allows, and nothing else', async () => {
    const { hands } = await page(CERTIFICATE);
    expect(() => hands.button('提请恢复')).toThrow('No button');
    for (const words of ['提请暂停', '提请撤销', '提请注销']) hands.button(words);
    TestBed.resetTestingModule();
    const { hands: closed } = await page({ ...CERTIFICATE, allowedStandingActions: [] });
    expect(closed.text).not.toContain('提请撤销');
  });

  it('is proposed for with a reason, once the consequences are confirmed', async () => {
    const { hands, server } = await page(CERTIFICATE);
    server.answer('ProposeStanding', { proposeStanding: PROPOSAL });
    await hands.press('提请撤销');
    await hands.type('撤销的理由', '太短');
    const send = () =>
      [...hands.page.querySelectorAll<HTMLButtonElement>('button[type=submit]')].at(-1)?.click();
    send();
    await hands.settle();
    expect(hands.text).toContain('请写明理由，10 到 500 个字。');
    expect(dialog()).toBeNull();
    await hands.type('撤销的理由', REASON);
    send();
    await hands.settle();
    expect(dialog()?.textContent).toContain('提请撤销 演示考生 的证书 YS-DEMO-0001？');
    expect(dialog()?.textContent).toContain('不能恢复。');
    await answer(hands, '取消');
    expect(server.askedFor('ProposeStanding')).toEqual([]);
    send();
    await hands.settle();
    server.answer('RegisteredCertificate', {
      certificate: { ...CERTIFICATE, allowedStandingActions: [], standing: [PROPOSAL] },
    });
    await answer(hands, '提请撤销');
    expect(server.askedFor('ProposeStanding')[0]?.variables['input']).toMatchObject({
      ...{ certificateId: 'certificate-1', version: 3, action: 'REVOKE', reason: REASON },
    });
    expect(hands.text).toContain('已提请，等待另一名审批人员决定');
    expect(hands.text).toContain('等待决定');
  });

  it('keeps the reason when the proposal is refused', async () => {
    const { hands, server } = await page(CERTIFICATE);
    server.answer('ProposeStanding', { proposeStanding: CONFLICT });
    await hands.press('提请暂停');
    await hands.type('暂停的理由', REASON);
    [...hands.page.querySelectorAll<HTMLButtonElement>('button[type=submit]')].at(-1)?.click();
    await hands.settle();
    await answer(hands, '提请暂停');
    expect(hands.text).toContain(CONFLICT.message);
    expect(hands.box('暂停的理由').value).toBe(REASON);
  });
});

describe('The proposals that wait', () => {
  it('are approved once the consequences are confirmed', async () => {
    const { hands, server } = await open('/authority/proposals', {
      StandingProposals: listOf(PROPOSAL),
    });
    expect(hands.text).toContain(REASON);
    server.answer('DecideStanding', {
      decideStanding: { ...PROPOSAL, outcome: 'APPROVED', version: 2, certificate: CERTIFICATE },
    });
    server.answer('StandingProposals', listOf());
    await hands.press('同意撤销');
    expect(dialog()?.textContent).toContain('公开核验和其他系统的核验显示“已撤销”。');
    await answer(hands, '同意撤销');
    expect(server.askedFor('DecideStanding')[0]?.variables['input']).toMatchObject({
      ...{ changeId: 'change-1', version: 1, decision: 'APPROVE', reason: null },
    });
    expect(hands.text).toContain('已同意，证书 YS-DEMO-0001 的状态已变更');
    expect(hands.text).toContain('没有等待决定的提请');
  });

  it('are rejected with a reason', async () => {
    const { hands, server } = await open('/authority/proposals', {
      StandingProposals: listOf(PROPOSAL),
    });
    server.answer('DecideStanding', { decideStanding: CONFLICT });
    await hands.press('不同意');
    await hands.type('不同意的理由', REASON);
    await hands.press('确认不同意');
    expect(server.askedFor('DecideStanding')[0]?.variables['input']).toMatchObject({
      decision: 'REJECT',
      reason: REASON,
    });
    expect(hands.text).toContain(CONFLICT.message);
    expect(hands.box('不同意的理由').value).toBe(REASON);
  });

  it('are taken back by whoever proposed them, who may not decide', async () => {
    const own = {
      ...PROPOSAL,
      ...{ allowedDecisions: [], mayWithdraw: true, whyNot: '须由另一名审批人员决定。' },
    };
    const { hands, server } = await open('/authority/proposals', {
      StandingProposals: listOf(own),
    });
    expect(() => hands.button('同意撤销')).toThrow('No button');
    expect(hands.text).toContain('须由另一名审批人员决定。');
    server.answer('WithdrawStanding', {
      withdrawStanding: { ...own, outcome: 'WITHDRAWN', version: 2, mayWithdraw: false },
    });
    server.answer('StandingProposals', listOf());
    await hands.press('撤回提请');
    await answer(hands, '撤回提请');
    expect(server.askedFor('WithdrawStanding')[0]?.variables['input']).toMatchObject({
      changeId: 'change-1',
      version: 1,
    });
    expect(hands.text).toContain('已撤回对证书 YS-DEMO-0001 的提请');
  });

  it('say when none waits', async () => {
    const { hands } = await open('/authority/proposals', { StandingProposals: listOf() });
    expect(hands.text).toContain('没有等待决定的提请');
  });
});

describe('An auditor', () => {
  const READ_ONLY = { ...PROPOSAL, allowedDecisions: [], whyNot: '您的角色不能这样做。' };
  const buttons = ({ page }: PageHands): readonly string[] =>
    [...page.querySelectorAll('button')].map(({ textContent }) => textContent.trim());
  const addresses = ({ page }: PageHands): readonly (string | null)[] =>
    [...page.querySelectorAll('a')].map((link) => link.getAttribute('href'));

  it('finds a certificate and reads it with its history and what is proposed, and is offered nothing', async () => {
    const { hands } = await open('/staff/register?number=YS-DEMO-0001', {
      CertificateByNumber: { certificateByNumber: HIT },
      RegisteredCertificate: {
        certificate: {
          ...CERTIFICATE,
          replaces: {
            __typename: 'CertificateLink',
            id: 'old-1',
            number: 'YS-OLD',
            purpose: 'ISSUE',
          },
          allowedStandingActions: [],
          standing: [READ_ONLY, SUSPENSION],
        },
      },
    });
    await hands.follow('YS-DEMO-0001 演示考生');
    expect(hands.text).toContain('等待决定');
    expect(hands.text).toContain('提请：演示发证审核员；办结：演示发证审批员');
    expect(buttons(hands)).toEqual([]);
    expect(addresses(hands)).toEqual(['/staff/register', '/staff/register/old-1', '/v/demo']);
  });

  it('reads the proposals that wait, and is offered nothing', async () => {
    const { hands } = await open('/staff/proposals', { StandingProposals: listOf(READ_ONLY) });
    expect(hands.text).toContain(REASON);
    expect(buttons(hands)).toEqual([]);
    expect(addresses(hands)).toEqual(['/staff/register/certificate-1']);
  });
});

import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { describe, expect, it } from 'vitest';

import { provideTexts } from '../../../testing/texts.js';
import { AnsweringServer, CAPTCHA } from '../../../testing/answering-server.js';
import { PageHands } from '../../../testing/page-hands.js';
import { CodePage } from './code-page.js';
import { VerifyPage } from './verify-page.js';

const CERTIFICATE = {
  __typename: 'PublicCertificate',
  number: 'DEMO-0001',
  holderName: '演*',
  status: 'REVOKED',
  statusSince: '2026-11-20T02:00:00.000Z',
  authority: '演示发证机关',
  issuedAt: '2026-01-02T00:00:00.000Z',
  replacedAs: null,
  checkedAt: '2026-11-24T02:00:00.000Z',
  items: [
    {
      __typename: 'CertificateItem',
      firstIssueDate: '2020-01-01',
      approvalDate: '2026-01-02',
      validFrom: '2026-01-02',
      validTo: '2031-01-01',
      restriction: null,
      item: {
        __typename: 'Item',
        code: 'RT-II',
        name: '射线胶片照相检测',
        nameEn: 'Film radiography',
        track: 'TESTING',
        level: 'II',
        method: 'RT',
      },
    },
  ],
};

async function open(address: string, answers: Record<string, unknown>) {
  const server = new AnsweringServer({ RequestCaptcha: CAPTCHA, ...answers });
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      server.provide(),
      provideRouter(
        [
          { path: 'v/:code', component: CodePage },
          { path: 'verify', component: VerifyPage },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  return { hands: await PageHands.open(address), server };
}

async function ask(hands: PageHands): Promise<void> {
  await hands.type('证书编号', ' DEMO-0001 ');
  await hands.type('持证人姓名', '演示');
  await hands.type('验证码', 'ab3d');
  await hands.press('核验');
}

describe('The public check', () => {
  it('tells by code what the register says now', async () => {
    const { hands } = await open('/v/abc', {
      PublicCertificate: { publicCertificate: CERTIFICATE },
    });
    expect(hands.text).toContain('已撤销');
    expect(hands.text).toContain('2026-11-20 起。');
    expect(hands.text).toContain('核验时间 2026-11-24 10:00');
    expect(hands.text).toContain('演*');
    expect(hands.text).toContain('RT-Ⅱ 射线胶片照相检测');
    expect(hands.text).toContain('2026-01-02 至 2031-01-01');
  });

  it('says that a reissued certificate is void', async () => {
    const { hands } = await open('/v/abc', {
      PublicCertificate: {
        publicCertificate: { ...CERTIFICATE, status: 'SUPERSEDED', replacedAs: 'REISSUE' },
      },
    });
    expect(hands.text).toContain('已补发，原证作废');
  });

  it('says that a code belongs to no certificate', async () => {
    const { hands } = await open('/v/abc', { PublicCertificate: { publicCertificate: null } });
    expect(hands.text).toContain('查无此证');
  });

  it('finds a certificate by number and name', async () => {
    const { hands, server } = await open('/verify', {
      VerifyPublic: { verifyPublic: CERTIFICATE },
    });
    await ask(hands);
    expect(server.askedFor('VerifyPublic')[0]?.variables['input']).toMatchObject({
      number: 'DEMO-0001',
      name: '演示',
    });
    expect(hands.text).toContain('已撤销');
  });

  it('says when there is none, and lets the next one be checked', async () => {
    const { hands, server } = await open('/verify', {
      VerifyPublic: {
        verifyPublic: { __typename: 'RefusedError', code: 'NOT_FOUND', message: '查无此证' },
      },
    });
    await ask(hands);
    expect(hands.text).toContain('查无此证');
    await hands.press('核验另一本证书');
    expect(hands.box('证书编号').value).toBe(' DEMO-0001 ');
    expect(hands.summary).toEqual([]);
    server.answer('VerifyPublic', { verifyPublic: CERTIFICATE });
    await hands.type('验证码', 'x2y4');
    await hands.press('核验');
    expect(hands.text).toContain('演示发证机关');
  });
});

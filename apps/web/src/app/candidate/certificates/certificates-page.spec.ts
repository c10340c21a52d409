import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { describe, expect, it } from 'vitest';

import { AnsweringServer } from '../../../testing/answering-server.js';
import { PageHands } from '../../../testing/page-hands.js';
import { provideTexts } from '../../../testing/texts.js';
import { CertificatesPage } from './certificates-page.js';

const SUSPENDED = {
  __typename: 'Certificate',
  id: 'certificate-1',
  number: 'YS-DEMO-0001',
  status: 'SUSPENDED',
  statusSince: '2026-11-20T02:00:00.000Z',
  holderName: '演示考生',
  issuedAt: '2026-01-02T00:00:00.000Z',
  verifyUrl: '/v/demo',
  pdfUrl: null,
  printedAt: null,
  deliveredAt: null,
  trackingNo: null,
  purpose: 'ISSUE',
  replaces: null,
  replacedBy: null,
  version: 2,
  authority: { __typename: 'Authority', code: 'DEMO-A', name: '演示发证机关' },
  institution: null,
  items: [],
  standing: [
    {
      __typename: 'StandingChange',
      id: 'change-1',
      action: 'SUSPEND',
      to: 'SUSPENDED',
      reason: '演示理由：正在核实。',
      at: '2026-11-20T02:00:00.000Z',
    },
  ],
  requestChoices: [],
};

describe('My certificates', () => {
  it('say since when and why one is suspended', async () => {
    const server = new AnsweringServer({ MyCertificates: { myCertificates: [SUSPENDED] } });
    TestBed.configureTestingModule({
      providers: [
        provideTexts(),
        server.provide(),
        provideRouter([{ path: 'certificates', component: CertificatesPage }]),
      ],
    });
    const hands = await PageHands.open('/certificates');
    expect(hands.text).toContain('已暂停');
    expect(hands.text).toContain('2026-11-20 起暂停。理由：演示理由：正在核实。');
  });
});

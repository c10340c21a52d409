import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { describe, expect, it } from 'vitest';

import { AnsweringServer } from '../../../testing/answering-server.js';
import { PageHands } from '../../../testing/page-hands.js';
import { provideTexts } from '../../../testing/texts.js';
import { deskCase, listOf } from '../testing/desk-case.js';
import { CaseActions } from './case-actions.js';
import { CaseWorkPage } from './case-work-page.js';

const RETURNED = deskCase({ status: 'ISSUER_RETURNED', allowedActions: ['QUEUE_FORWARD'] });

async function open(answers: Record<string, unknown> = {}) {
  const server = new AnsweringServer({
    ReviewQueue: { reviewQueue: listOf(RETURNED) },
    ...answers,
  });
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      server.provide(),
      CaseActions,
      provideRouter(
        [
          {
            path: 'staff/passed',
            component: CaseWorkPage,
            data: {
              page: 'passed',
              statuses: ['PASSED', 'ISSUER_RETURNED'],
              action: 'QUEUE_FORWARD',
            },
          },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  return { hands: await PageHands.open('/staff/passed'), server };
}

const reasonBox = (hands: PageHands): HTMLInputElement => hands.box('理由');

describe('A list of cases with one action', () => {
  it('asks for the reason the workflow demands before it sends anything', async () => {
    const { hands, server } = await open();
    await hands.press('转入待上报');
    expect(hands.text).toContain('请填写理由。');
    expect(server.askedFor('ActOnApplication')).toEqual([]);
  });

  it('sends the reason, keeps it on a refusal, and says in words what was done', async () => {
    const { hands, server } = await open({
      ActOnApplication: {
        actOnApplication: { __typename: 'RefusedError', code: 'FORBIDDEN', message: '您不能办理' },
      },
    });
    await hands.type('理由', '已与发证机关核对');
    await hands.press('转入待上报');
    expect(hands.text).toContain('您不能办理');
    expect(reasonBox(hands).value).toBe('已与发证机关核对');
    server.answer('ActOnApplication', { actOnApplication: deskCase({ version: 8 }) });
    await hands.press('转入待上报');
    expect(server.askedFor('ActOnApplication')[1]?.variables['input']).toMatchObject({
      action: 'QUEUE_FORWARD',
      reason: '已与发证机关核对',
    });
    expect(hands.text).toContain('“转入待上报”已完成，申请编号 A-1');
  });

  it('tells a failed request in words', async () => {
    const { hands } = await open();
    await hands.type('理由', '已核对');
    await hands.press('转入待上报');
    expect(hands.text).toContain('系统出现错误');
  });
});

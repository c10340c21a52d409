import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { describe, expect, it } from 'vitest';

import { AnsweringServer } from '../../../testing/answering-server.js';
import { PageHands } from '../../../testing/page-hands.js';
import { provideTexts } from '../../../testing/texts.js';
import { CaseActions } from '../cases/case-actions.js';
import { deskCase, listOf } from '../testing/desk-case.js';
import { DeletedPage } from './deleted-page.js';

const DELETED = deskCase({
  status: 'DELETED',
  allowedActions: ['RESTORE'],
  deletedAt: '2026-11-23T02:00:00.000Z',
  restorableUntil: '2026-11-30',
});

async function open(...rows: readonly object[]) {
  const server = new AnsweringServer({
    DeletedApplications: { deletedApplications: listOf(...rows) },
    ActOnApplication: {
      actOnApplication: {
        __typename: 'RefusedError',
        code: 'PLAN_FULL',
        message: '不能恢复：考试计划 P-1 的名额已满。',
      },
    },
  });
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      server.provide(),
      CaseActions,
      provideRouter([{ path: 'staff/deleted', component: DeletedPage }]),
    ],
  });
  return { hands: await PageHands.open('/staff/deleted'), server };
}

describe('The deleted applications', () => {
  it('say when each was deleted and until when it can be restored', async () => {
    const { hands } = await open(DELETED);
    expect(hands.text).toContain('2026-11-23 10:00');
    expect(hands.text).toContain('2026-11-30');
  });

  it('are restored one by one, and a refusal is told in words', async () => {
    const { hands, server } = await open(DELETED);
    await hands.press('恢复');
    expect(server.askedFor('ActOnApplication')[0]?.variables['input']).toMatchObject({
      action: 'RESTORE',
    });
    expect(hands.text).toContain('考试计划 P-1 的名额已满');
    server.answer('ActOnApplication', { actOnApplication: deskCase({ status: 'SUBMITTED' }) });
    server.answer('DeletedApplications', { deletedApplications: listOf() });
    await hands.press('恢复');
    expect(hands.text).toContain('“恢复”已完成');
    expect(hands.text).toContain('没有可以恢复的申请');
  });
});

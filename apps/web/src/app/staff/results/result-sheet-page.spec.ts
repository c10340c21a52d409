import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { describe, expect, it } from 'vitest';

import { AnsweringServer } from '../../../testing/answering-server.js';
import { PageHands } from '../../../testing/page-hands.js';
import { provideTexts } from '../../../testing/texts.js';
import { deskCase, listOf } from '../testing/desk-case.js';
import { ResultSheetPage } from './result-sheet-page.js';

const ROW = {
  __typename: 'ResultRow',
  enteredBy: null,
  publishable: false,
  whyNot: null,
  application: deskCase({ status: 'SCHEDULED', allowedActions: ['RECORD_RESULTS'] }),
  subjects: [
    {
      __typename: 'SubjectResult',
      subjectCode: 'T1',
      subjectName: '理论',
      outcome: 'PENDING',
      score: null,
      passMark: 70,
      passed: false,
    },
  ],
};

const TOO_HIGH = '请填写 0 到满分之间的成绩。';

async function open(answers: Record<string, unknown> = {}) {
  const server = new AnsweringServer({ ResultSheet: { resultSheet: listOf(ROW) }, ...answers });
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      server.provide(),
      provideRouter(
        [{ path: 'staff/results/:planId', component: ResultSheetPage }],
        withComponentInputBinding(),
      ),
    ],
  });
  return { hands: await PageHands.open('/staff/results/p1'), server };
}

describe('The result sheet', () => {
  it('shows a refused mark on its subject and keeps what was typed', async () => {
    const { hands, server } = await open({
      EnterResults: {
        enterResults: {
          __typename: 'InvalidInputError',
          code: 'VALIDATION',
          message: '有内容需要修改',
          problems: [
            {
              __typename: 'FieldProblem',
              path: 'T1',
              key: 'results.scoreInvalid',
              message: TOO_HIGH,
            },
          ],
        },
      },
    });
    await hands.type('成绩', '186');
    await hands.press('录入成绩');
    expect(hands.page.querySelector('.subject')?.textContent).toContain(TOO_HIGH);
    expect(hands.box('成绩').value).toBe('186');
    server.answer('EnterResults', { enterResults: ROW });
    await hands.type('成绩', '86');
    await hands.press('录入成绩');
    expect(hands.text).toContain('“录入成绩”已完成，申请编号 A-1');
    expect(hands.text).not.toContain(TOO_HIGH);
  });

  it('tells a failed request in words', async () => {
    const { hands } = await open();
    await hands.type('成绩', '86');
    await hands.press('录入成绩');
    expect(hands.text).toContain('系统出现错误');
  });
});

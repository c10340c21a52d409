import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { describe, expect, it } from 'vitest';

import { AnsweringServer } from '../../../../testing/answering-server.js';
import { PageHands } from '../../../../testing/page-hands.js';
import { provideTexts } from '../../../../testing/texts.js';
import { SIGN_IN_AGAIN } from '../../../core/session/interruption.js';
import { SESSION_REQUEST } from '../../../core/session/session-renewal.js';
import { ownApplication } from '../../testing/own-application.js';
import { applicationRoutes } from '../application.routes.js';

const SUBJECTS = [
  { __typename: 'Subject', code: 'T1', name: '闭卷', nameEn: 'Closed book' },
  { __typename: 'Subject', code: 'P1', name: '实际操作', nameEn: 'Practical' },
];
const item = (code: string, track = 'TESTING') => ({
  __typename: 'Item',
  code,
  name: `${code} 名称`,
  nameEn: code,
  track,
  level: 'II',
  method: code.slice(0, 2),
  subjects: SUBJECTS,
  lowerItemCode: null,
  registrationTypes: ['RENEW_EXAM'],
});
const ITEMS = { items: [item('MT-II'), item('UT-II'), item('DT-Y', 'INSPECTION')] };
const ROW = {
  itemCode: 'MT-II',
  certificateNo: '演示-0001',
  firstIssueDate: '2017-05-01',
  validTo: '2027-04-30',
};
const compared = (row: object, registered: object | null, differences: readonly string[]) => ({
  __typename: 'StatedItem',
  ...row,
  differences,
  registered: registered && { __typename: 'RegisteredItem', ...registered },
});

const RENEWAL = {
  item: item('MT-II'),
  answers: { statedItems: [ROW] },
  statedItems: [compared(ROW, ROW, [])],
};
const SETTLED = {
  item: item('MT-II'),
  answers: {
    previousExamNo: '202603-000001',
    previousExamDate: '2026-03-10',
    resitSubjects: ['P1'],
  },
  writableFields: [],
};
const RESULTS = {
  application: {
    __typename: 'Application',
    id: 'a1',
    eligibility: {
      __typename: 'EligibilityReport',
      eligible: true,
      verdicts: [],
      slots: [],
      renewal: null,
      resit: {
        __typename: 'ResitBasis',
        applicationNumber: '202603-000001',
        previousExamDate: '2026-03-10',
        until: '2028-03-10',
        subjects: [
          {
            __typename: 'ResitSubject',
            subjectCode: 'P1',
            subjectName: '实际操作',
            score: '55.5',
            passed: false,
          },
        ],
      },
    },
  },
};

/** Opens a section of an application of a type; what is saved comes back as it was sent. */
async function open(type: string, section: string, changes: object) {
  const server = new AnsweringServer({
    ApplicationPage: { application: ownApplication(type, changes) },
    ApplicationEligibility: RESULTS,
    Items: ITEMS,
    SaveAnswers: { saveAnswers: ownApplication(type, { ...changes, version: 2 }) },
  });
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      server.provide(),
      { provide: SESSION_REQUEST, useValue: () => Promise.resolve(undefined) },
      { provide: SIGN_IN_AGAIN, useValue: {} },
      provideRouter(
        [
          ...applicationRoutes.filter(({ path }) => path === 'applications/:id/:section'),
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const hands = await PageHands.open(`/applications/a1/${section}`);
  const saved = (): unknown => {
    const [sent] = server.askedFor('SaveAnswers');
    const { answers } = (sent?.variables['input'] ?? {}) as { readonly answers?: unknown };
    return answers;
  };
  return { hands, saved };
}

describe('Items held', () => {
  it('stand filled in from the register and need no typing', async () => {
    const { hands, saved } = await open('testing-exam-renewal', 'heldItems', RENEWAL);
    expect(hands.box('项目').value).toBe('MT-II');
    expect(hands.box('证书编号').value).toBe('演示-0001');
    expect(hands.box('初次取证日期').value).toBe('2017-05-01');
    expect(hands.box('有效期至').value).toBe('2027-04-30');
    expect(hands.text).not.toMatch(/登记为|登记中没有/);
    await hands.press('保存并继续');
    expect(saved()).toBeUndefined();
  });

  it('offer the items of the track and no others', async () => {
    const { hands } = await open('testing-exam-renewal', 'heldItems', RENEWAL);
    const offered = [...hands.box('项目').querySelectorAll('option')].map(({ value }) => value);
    expect(offered).toEqual(['', 'MT-II', 'UT-II']);
  });

  it('may be corrected, added and removed, in any way of writing a date', async () => {
    const { hands, saved } = await open('testing-exam-renewal', 'heldItems', RENEWAL);
    await hands.press('再加一项');
    const [, second] = hands.page.querySelectorAll('fieldset');
    expect(second?.textContent).toContain('第 2 项');
    await hands.press('删除第 2 项');
    await hands.type('有效期至', '2027年5月31日');
    await hands.press('保存并继续');
    expect(saved()).toEqual([
      { fieldId: 'statedItems', value: [{ ...ROW, validTo: '2027-05-31' }] },
    ]);
  });

  it('say what the register says otherwise', async () => {
    const row = { ...ROW, validTo: '2027-05-31' };
    const { hands } = await open('testing-exam-renewal', 'heldItems', {
      ...RENEWAL,
      answers: { statedItems: [row] },
      statedItems: [compared(row, ROW, ['validTo'])],
    });
    expect(hands.text).toContain('有效期至与登记不一致，登记为 2027-04-30');
  });

  it('are asked for row by row when a row is half filled', async () => {
    const { hands, saved } = await open('testing-exam-renewal', 'heldItems', RENEWAL);
    await hands.type('证书编号', '');
    await hands.press('保存并继续');
    expect(hands.summary).toEqual(['持证项目：请逐条填写完整。']);
    expect(saved()).toBeUndefined();
  });
});

describe('The one certificate of a type tester', () => {
  const stated = { ...ROW, itemCode: 'MT-II' };
  const typed = {
    certificateNo: '',
    certificateFirstIssueDate: '2017-05-01',
    certificateValidTo: '2027-04-30',
  };

  it('stands filled in; what the register says otherwise is told', async () => {
    const { hands } = await open('type-test-renewal', 'certificate', {
      item: item('MT-II', 'TYPE_TEST'),
      answers: typed,
      statedItems: [compared(stated, { ...ROW, firstIssueDate: '2016-05-01' }, ['firstIssueDate'])],
    });
    expect(hands.box('初次取证日期').value).toBe('2017-05-01');
    expect(hands.box('证书有效期至').value).toBe('2027-04-30');
    expect(hands.text).toContain('初次取证日期与登记不一致，登记为 2016-05-01');
  });

  it('must end after it began', async () => {
    const { hands, saved } = await open('type-test-renewal', 'certificate', {
      item: item('MT-II', 'TYPE_TEST'),
      answers: typed,
    });
    await hands.type('证书有效期至', '2016-01-01');
    await hands.press('保存并继续');
    expect(hands.summary).toHaveLength(1);
    expect(hands.summary[0]).toContain('证书有效期至');
    expect(saved()).toBeUndefined();
  });
});

describe('A resit', () => {
  it('after an exam of ours is read, not typed', async () => {
    const { hands } = await open('testing-initial-resit', 'resit', SETTLED);
    expect(hands.text).toContain('不需要填写');
    expect(hands.text).toContain('202603-000001');
    expect(hands.text).toContain('实际操作');
    expect(hands.text).toContain('55.5');
    expect(hands.text).toContain('可补考至 2028-03-10');
    expect(hands.page.querySelectorAll('input')).toHaveLength(0);
  });

  it('after an exam elsewhere asks for the day and the subjects', async () => {
    const { hands, saved } = await open('testing-initial-resit', 'resit', {
      item: item('MT-II'),
      answers: {},
    });
    await hands.press('保存并继续');
    expect(hands.summary).toEqual(['上次考试时间：请填写这一项。', '补考科目：请填写这一项。']);
    await hands.type('上次考试时间', '20260511');
    hands.box('实际操作').click();
    await hands.settle();
    await hands.press('保存并继续');
    expect(saved()).toEqual([
      { fieldId: 'previousExamDate', value: '2026-05-11' },
      { fieldId: 'resitSubjects', value: ['P1'] },
    ]);
  });
});

describe('What a person declares', () => {
  it('is answered by yes or no and stored as such', async () => {
    const { hands, saved } = await open('testing-exempt-renewal', 'exemption', { answers: {} });
    for (const group of hands.page.querySelectorAll('fieldset')) {
      group.querySelector<HTMLInputElement>('input[value=true]')?.click();
    }
    await hands.settle();
    await hands.press('保存并继续');
    expect(saved()).toEqual(
      ['continuousWork', 'noPenalty', 'continuingEducation'].map((fieldId) => ({
        fieldId,
        value: true,
      })),
    );
  });
});

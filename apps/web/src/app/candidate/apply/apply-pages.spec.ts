import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { describe, expect, it } from 'vitest';

import { AnsweringServer } from '../../../testing/answering-server.js';
import { PageHands } from '../../../testing/page-hands.js';
import { provideTexts } from '../../../testing/texts.js';
import { ownApplication } from '../testing/own-application.js';
import { ApplyPage } from './apply-page.js';
import { EligibilityPage } from './eligibility-page.js';
import { ItemsPage } from './items-page.js';
import { TypesPage } from './types-page.js';

const item = (code: string, level: string | null, registrationTypes: readonly string[]) => ({
  __typename: 'Item',
  code,
  name: code,
  nameEn: code,
  track: 'TESTING',
  level,
  method: code.slice(0, 2),
  lowerItemCode: null,
  registrationTypes,
});
const registrationType = (code: string, applicationType: string | null) => ({
  __typename: 'RegistrationType',
  code,
  name: `名称 ${code}`,
  nameEn: code,
  track: 'TESTING',
  applicationType,
  path: 'EXAM',
  isResit: false,
  choosesPlan: true,
  usedWhen: '用于演示',
  usedWhenEn: 'for show',
});
const verdict = (ruleCode: string, answer: string, message: string) => ({
  __typename: 'EligibilityVerdict',
  ruleCode,
  clause: '演示条款',
  answer,
  message,
  remedy: null,
});
const report = (...verdicts: readonly { readonly answer: string }[]) => ({
  eligibility: {
    __typename: 'EligibilityReport',
    eligible: verdicts.every(({ answer }) => answer !== 'NO'),
    verdicts,
    slots: [],
    resit: null,
    renewal: null,
  },
});
const NOTHING_OPEN = {
  myApplications: {
    __typename: 'ApplicationConnection',
    totalCount: 0,
    totalCapped: false,
    pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
    edges: [],
  },
};

async function open(address: string, answers: Record<string, unknown>) {
  const server = new AnsweringServer({ MyApplications: NOTHING_OPEN, ...answers });
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      server.provide(),
      provideRouter(
        [
          { path: 'apply', component: ApplyPage },
          { path: 'apply/:track', component: ItemsPage },
          { path: 'apply/:track/:itemCode', component: TypesPage },
          { path: 'apply/:track/:itemCode/:registrationType', component: EligibilityPage },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  return { hands: await PageHands.open(address), server, router: TestBed.inject(Router) };
}

describe('Choosing what to apply for', () => {
  it('begins with the three menus of the manual', async () => {
    const { hands, router } = await open('/apply', { Items: { items: [] } });
    const menus = [...hands.page.querySelectorAll('li a')].map((one) => one.textContent.trim());
    expect(menus).toEqual(['检验人员换证报名', '检测人员考试报名', '型式试验人员换证报名']);
    await hands.follow('型式试验人员换证报名');
    expect(router.url).toBe('/apply/type-test');
  });

  it('asks inspectors for 检验员 or 检验师, then for the item, whose only type needs no choice', async () => {
    const { hands, router } = await open('/apply/inspection', {
      Items: {
        items: [
          item('DT-Y', 'INSPECTOR', ['RENEW_REVIEW']),
          item('DT-S', 'SENIOR', ['RENEW_REVIEW']),
        ],
      },
    });
    expect(hands.text).not.toContain('DT-Y');
    await hands.follow('检验师');
    expect(hands.text).toContain('选择检验师项目');
    expect(hands.text).not.toContain('DT-Y');
    await hands.follow('DT-S DT-S');
    expect(router.url).toBe('/apply/inspection/DT-S/RENEW_REVIEW');
  });

  it('offers the registration types of a testing item that can be applied for online, with what is against one', async () => {
    const { hands, router } = await open('/apply/testing/MT-II', {
      Items: { items: [item('MT-II', 'II', ['INITIAL', 'RENEW_EXAM', 'RENEW_RESIT'])] },
      RegistrationTypes: {
        registrationTypes: [
          registrationType('INITIAL', 'testing-initial'),
          registrationType('RENEW_EXAM', 'testing-exam-renewal'),
          registrationType('RENEW_RESIT', null),
          registrationType('RENEW_EXEMPT', 'testing-exempt-renewal'),
        ],
      },
      Eligibility: report(verdict('NOT_ALREADY_HELD', 'NO', '已经持有本项目证书。')),
    });
    const offers = [...hands.page.querySelectorAll('li a')].map((one) => one.textContent.trim());
    expect(offers).toEqual(['名称 INITIAL', '名称 RENEW_EXAM']);
    expect(hands.text).toContain('现在不能报名');
    expect(hands.text).toContain('已经持有本项目证书。');
    await hands.follow('名称 RENEW_EXAM');
    expect(router.url).toBe('/apply/testing/MT-II/RENEW_EXAM');
  });

  it('says so when an address names no group of people', async () => {
    const { hands } = await open('/apply/wizards', { Items: { items: [item('MT-II', 'II', [])] } });
    expect(hands.text).toContain('目前没有可以报名的项目');
    expect(hands.text).not.toContain('MT-II');
  });
});

describe('Eligibility of a renewal', () => {
  const items = { items: [item('MT-II', 'II', ['INITIAL', 'RENEW_EXAM'])] };

  it('tells each rule with its clause and starts the declared type', async () => {
    const { hands, server, router } = await open('/apply/testing/MT-II/RENEW_EXAM', {
      Items: items,
      Eligibility: report(
        verdict('AGE', 'YES', '年龄符合。'),
        verdict('HOLDS_ITEM', 'STAFF', '由工作人员核对证书。'),
      ),
      StartApplication: { startApplication: ownApplication('testing-exam-renewal') },
    });
    expect(server.askedFor('Eligibility')[0]?.variables).toMatchObject({
      type: 'testing-exam-renewal',
      itemCode: 'MT-II',
    });
    expect(hands.text).toContain('检测人员考试换证');
    expect(hands.text).toContain('由工作人员核对');
    expect(hands.text).toContain('演示条款');
    await hands.press('开始填写');
    expect(server.askedFor('StartApplication')[0]?.variables['input']).toMatchObject({
      type: 'testing-exam-renewal',
      itemCode: 'MT-II',
    });
    expect(router.url).toBe('/applications/a1');
  });

  it('leads to the open application for the same item, of whatever type', async () => {
    const { hands } = await open('/apply/testing/MT-II/RENEW_EXAM', {
      Items: items,
      Eligibility: report(verdict('NO_OPEN_APPLICATION', 'NO', '已有一份在办。')),
      MyApplications: {
        myApplications: {
          ...NOTHING_OPEN.myApplications,
          edges: [
            {
              __typename: 'ApplicationEdge',
              cursor: '1',
              node: ownApplication('testing-exempt-renewal', {
                item: item('MT-II', 'II', []),
                statusLine: '草稿，还没有提交',
              }),
            },
          ],
        },
      },
    });
    expect(hands.text).toContain('草稿，还没有提交');
    expect(hands.text).toContain('现在不能报名');
    expect(hands.page.querySelector('button')).toBeNull();
  });
});

import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { describe, expect, it } from 'vitest';

import { AnsweringServer } from '../../../testing/answering-server.js';
import { PageHands } from '../../../testing/page-hands.js';
import { provideTexts } from '../../../testing/texts.js';
import { CaseActions } from '../cases/case-actions.js';
import { deskCase, PLAN, REASONS, STANDING, target } from '../testing/desk-case.js';
import { ReviewPage } from './review-page.js';

const RETURNED = deskCase({
  status: 'ISSUER_RETURNED',
  verdicts: ['DIPLOMA', 'workYears'].map((name) => ({
    __typename: 'Verdict',
    targetKind: name === 'DIPLOMA' ? 'SLOT' : 'FIELD',
    target: name,
    ok: true,
    reasonCode: null,
    reasonText: null,
    note: null,
    stale: false,
  })),
});

async function open(one: object, answers: Record<string, unknown> = {}) {
  const server = new AnsweringServer({
    ReviewPage: { application: one },
    ApplicationEligibility: STANDING,
    ReturnReasons: REASONS,
    ...answers,
  });
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      server.provide(),
      CaseActions,
      provideRouter(
        [{ path: 'staff/reviews/:id', component: ReviewPage }],
        withComponentInputBinding(),
      ),
    ],
  });
  return { hands: await PageHands.open('/staff/reviews/a1'), server };
}

/** The verdict on one part, by the part's name. */
function verdictOn(hands: PageHands, name: string): HTMLFieldSetElement {
  const found = [...hands.page.querySelectorAll('fieldset')].find((one) =>
    one.querySelector('legend')?.textContent.includes(name),
  );
  if (!found) throw new Error(`${name} is not judged`);
  return found;
}

async function judge(hands: PageHands, name: string, choice: '合格' | '退回'): Promise<void> {
  const box = [...verdictOn(hands, name).querySelectorAll('input')].find(
    ({ type, labels }) => type === 'radio' && labels?.[0]?.textContent.trim() === choice,
  );
  box?.click();
  await hands.settle();
}

async function choose(hands: PageHands, name: string, code: string): Promise<void> {
  const box = verdictOn(hands, name).querySelector('select');
  if (!box) throw new Error(`${name} has no reasons`);
  box.value = code;
  box.dispatchEvent(new Event('change'));
  await hands.settle();
}

const SAVED = { setVerdicts: { ...deskCase({ version: 8 }), __typename: 'Application' } };

describe('The review of a case', () => {
  it('goes on after the authority sent the case back', async () => {
    const { hands } = await open(RETURNED);
    await judge(hands, '毕业证书', '退回');
    expect(hands.button('退回补正')).toBeTruthy();
    expect(hands.text).not.toContain('审核通过');
  });

  it('shows the rules, those for staff to check first, each with its clause', async () => {
    const { hands } = await open(deskCase());
    const rules = [...hands.page.querySelectorAll('app-rule-list li')];
    expect(rules.map((rule) => rule.querySelector('strong')?.textContent)).toEqual([
      '持有本项目证书',
      '年龄',
    ]);
    expect(hands.text).toContain('需要核对 1 项');
    expect(hands.text).toContain('演示条款');
  });

  it('puts what the person states beside the register', async () => {
    const row = {
      itemCode: 'MT-II',
      certificateNo: '演示-0001',
      firstIssueDate: '2017-05-01',
      validTo: '2027-05-31',
    };
    const registered = { __typename: 'RegisteredItem', ...row, validTo: '2027-04-30' };
    const stated = { __typename: 'StatedItem', ...row };
    const { hands } = await open(
      deskCase({
        type: 'testing-exam-renewal',
        registrationType: 'RENEW_EXAM',
        answers: { statedItems: [row] },
        statedItems: [
          { ...stated, registered, differences: ['validTo'] },
          { ...stated, itemCode: 'UT-II', registered: null, differences: ['itemCode'] },
        ],
      }),
    );
    expect(hands.text).toContain(
      'MT-Ⅱ · 演示-0001 · 初次取证日期 2017-05-01 · 有效期至 2027-05-31',
    );
    expect(hands.text).toContain('与登记不一致');
    expect(hands.text).toContain('有效期至：填写 2027-05-31，登记 2027-04-30');
    expect(hands.text).toContain('登记中没有这一项');
  });

  it('offers no verdicts to those whose role cannot return a case', async () => {
    const { hands } = await open(deskCase({ whyNot: [], allowedActions: ['SCHEDULE'] }));
    expect(hands.page.querySelectorAll('fieldset')).toHaveLength(0);
  });

  it('asks for a reason and, where the reason needs it, for a note before anything is sent', async () => {
    const { hands, server } = await open(deskCase());
    await judge(hands, '从事相关工作年限', '退回');
    expect(verdictOn(hands, '从事相关工作年限').querySelector('select')?.value).toBe('');
    await hands.press('保存结论');
    expect(hands.summary[0]).toContain('请选择退回原因');
    await choose(hands, '从事相关工作年限', 'FIELD_UNCLEAR');
    await hands.press('保存结论');
    expect(hands.summary[0]).toContain('请写明说明');
    expect(verdictOn(hands, '从事相关工作年限').textContent).toContain('说明（必填）');
    expect(server.askedFor('SetVerdicts')).toEqual([]);
  });

  it('offers only reasons the candidate can answer', async () => {
    const { hands } = await open(deskCase());
    await judge(hands, '从事相关工作年限', '退回');
    const offered = verdictOn(hands, '从事相关工作年限').querySelectorAll('option');
    expect([...offered].map(({ value }) => value)).toEqual(['', 'FIELD_UNCLEAR']);
  });

  it('lets an empty row be sent back', async () => {
    const { hands, server } = await open(deskCase(), { SetVerdicts: SAVED });
    await judge(hands, '学历验证报告', '退回');
    await choose(hands, '学历验证报告', 'FILE_UNREADABLE');
    await hands.press('保存结论');
    expect(server.askedFor('SetVerdicts')[0]?.variables['input']).toMatchObject({
      verdicts: [{ target: 'EDU_REPORT', ok: false, seen: 'nothing' }],
    });
  });

  it('shows a refusal on the part it is about', async () => {
    const message = '请选择适用于这一项的退回原因。';
    const { hands } = await open(deskCase(), {
      SetVerdicts: {
        setVerdicts: {
          __typename: 'InvalidInputError',
          code: 'VALIDATION',
          message: '有内容需要修改',
          problems: [
            { __typename: 'FieldProblem', path: 'DIPLOMA', key: 'problem.returnReason', message },
          ],
        },
      },
    });
    await judge(hands, '毕业证书', '退回');
    await choose(hands, '毕业证书', 'FILE_UNREADABLE');
    await hands.press('保存结论');
    expect(verdictOn(hands, '毕业证书').textContent).toContain(message);
    expect(hands.summary[0]).toContain('毕业证书');
  });

  it('drops a verdict whose file was replaced, and says so', async () => {
    const { hands, server } = await open(deskCase(), {
      SetVerdicts: {
        setVerdicts: {
          __typename: 'ConflictError',
          code: 'CONFLICT',
          message: '内容已被修改',
          currentVersion: 8,
          changedAt: null,
          changedBy: null,
        },
      },
    });
    await judge(hands, '毕业证书', '合格');
    await judge(hands, '从事相关工作年限', '合格');
    server.answer('ReviewPage', {
      application: deskCase({
        version: 8,
        reviewTargets: [
          target('SLOT', 'DIPLOMA', 'diploma-2'),
          target('SLOT', 'EDU_REPORT', 'nothing', false),
          target('FIELD', 'workYears', 'six'),
        ],
      }),
    });
    await hands.press('保存结论');
    expect(verdictOn(hands, '毕业证书').textContent).toContain('原结论没有保留');
    server.answer('SetVerdicts', SAVED);
    await hands.press('保存结论');
    expect(server.askedFor('SetVerdicts')[1]?.variables['input']).toMatchObject({
      verdicts: [{ target: 'workYears', seen: 'six' }],
    });
  });

  it('tells a failed request in words and offers to try again', async () => {
    const { hands, server } = await open(deskCase());
    await judge(hands, '从事相关工作年限', '合格');
    await hands.press('保存结论');
    expect(hands.text).toContain('系统出现错误');
    expect(hands.text).not.toContain('failure.');
    server.answer('SetVerdicts', SAVED);
    await hands.press('重试');
    expect(hands.text).not.toContain('系统出现错误');
    const keys = server
      .askedFor('SetVerdicts')
      .map(({ variables }) => (variables['input'] as { idempotencyKey: string }).idempotencyKey);
    expect(new Set(keys).size).toBe(1);
  });

  it('tells when personal data could not be revealed', async () => {
    const { hands } = await open(deskCase());
    await hands.type('查看原因', '核对证件');
    await hands.press('查看并记录');
    expect(hands.text).toContain('系统出现错误');
  });

  it('shows what was revealed, with the form', async () => {
    const { hands } = await open(deskCase(), {
      RevealPersonalData: {
        revealPersonalData: {
          __typename: 'RevealedPersonalData',
          idNumber: '340101197001020006',
          phone: '13910007919',
          formUrl: '/files/forms/a1?e=1&r=x&s=y',
          newIdNumber: null,
        },
      },
    });
    await hands.type('查看原因', '核对证件');
    await hands.press('查看并记录');
    expect(hands.text).toContain('340101197001020006');
    const link = [...hands.page.querySelectorAll('a')].find((one) =>
      one.textContent.includes('打开申请表'),
    );
    expect(link?.getAttribute('href')).toContain('/files/forms/a1');
  });

  it('offers to assign a plan where the type leaves it to the desk, and says which has no seat', async () => {
    const one = deskCase({ plan: null, planChosenBy: 'BY_STAFF', allowedActions: ['ASSIGN_PLAN'] });
    const choice = (id: string, whyNot: string | null) => ({
      __typename: 'PlanChoice',
      selectable: whyNot === null,
      whyNot,
      plan: { ...PLAN, id, planNo: id },
    });
    const { hands, server } = await open(one, {
      ApplicationPlanChoices: {
        application: {
          __typename: 'Application',
          id: 'a1',
          version: 7,
          plan: null,
          planChoices: [choice('P-7', null), choice('P-8', '名额已满')],
        },
      },
      AssignPlan: {
        assignPlan: { __typename: 'RefusedError', code: 'PLAN_FULL', message: '名额刚刚报满' },
      },
    });
    const list = hands.box('安排到');
    expect(hands.text).toContain('名额已满');
    await hands.type('安排到', 'P-7');
    expect(list.value).toBe('P-7');
    await hands.press('安排考试计划');
    expect(server.askedFor('AssignPlan')[0]?.variables['input']).toMatchObject({ planId: 'P-7' });
    expect(hands.text).toContain('名额刚刚报满');
  });
});

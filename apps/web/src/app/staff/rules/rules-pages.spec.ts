import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { Confirm } from '@kaopu/web-ui';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { AnsweringServer } from '../../../testing/answering-server.js';
import { PageHands } from '../../../testing/page-hands.js';
import { provideTexts } from '../../../testing/texts.js';
import { RulePage } from './rule-page.js';
import { RulesPage } from './rules-page.js';

const value = (changes: Record<string, unknown> = {}) => ({
  __typename: 'RuleParameterValue',
  value: 30,
  validFrom: '2019-06-01',
  validTo: null,
  trust: 'ours',
  source: '演示依据',
  phase: 'CURRENT',
  withdrawable: false,
  ...changes,
});

const PLANNED = value({
  value: 45,
  validFrom: '2099-01-01',
  phase: 'PLANNED',
  withdrawable: true,
});

const rule = (code: string, values: readonly object[], changeable = true) => ({
  __typename: 'RuleParameter',
  rule: code,
  values,
  inUse: true,
  changeable,
});

const RULES = [
  rule('returnDeadlineDays', [value()]),
  rule('planChoice.testing-initial', [value({ value: 'BY_CANDIDATE' })]),
  rule('clause.AGE.INSPECTION', [value({ value: { clause: '演示条款' } })]),
];

async function open(address: string, rules: readonly object[] = RULES) {
  const server = new AnsweringServer({
    RuleParameters: { ruleParameters: rules },
    PlanRuleChange: { planRuleChange: rule('returnDeadlineDays', [PLANNED, value()]) },
    WithdrawRuleChange: { withdrawRuleChange: rule('returnDeadlineDays', [value()]) },
  });
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      server.provide(),
      provideRouter(
        [
          { path: 'staff/rules', component: RulesPage },
          { path: 'staff/rules/:rule', component: RulePage },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const ask = vi.spyOn(TestBed.inject(Confirm), 'ask').mockResolvedValue(true);
  return { ask, hands: await PageHands.open(address), server };
}

describe('Rules that are data', () => {
  beforeEach(() => {
    vi.restoreAllMocks();
  });

  it('are listed with their names, values and what is planned', async () => {
    const { hands } = await open('/staff/rules', [
      rule('returnDeadlineDays', [value({ ...PLANNED, value: 60 }), PLANNED, value()]),
      ...RULES.slice(1),
    ]);
    expect(hands.text).toContain('退回后补正期限（天）30自 2019-06-01 起');
    expect(hands.text).toContain('已计划：自 2099-01-01 起改为 45');
    expect(hands.text).toContain('考试计划由谁选择 · 检测人员取证考试考生选择');
    expect(hands.text).toContain('条款出处 · 年龄 · 检验人员');
  });

  it('get another value from a day on, which is read back before it is planned', async () => {
    const { ask, hands, server } = await open('/staff/rules/returnDeadlineDays');
    expect(hands.box('新的值').value).toBe('30');
    await hands.type('新的值', '45');
    await hands.type('生效日期', '2099年1月1日');
    await hands.type('依据的文件或决定', ' 演示文件 ');
    await hands.press('计划变更');
    expect(ask.mock.calls[0]?.[0]).toMatchObject({
      title: '自 2099-01-01 起变更？',
      text: '退回后补正期限（天）：30 → 45',
    });
    expect(server.askedFor('PlanRuleChange')[0]?.variables['input']).toMatchObject({
      code: 'returnDeadlineDays',
      value: 45,
      validFrom: '2099-01-01',
      source: '演示文件',
    });
    expect(hands.text).toContain('已计划，自 2099-01-01 起生效');
  });

  it('are not changed by what cannot be read, from no day or without a source', async () => {
    const { hands, server } = await open('/staff/rules/returnDeadlineDays');
    await hands.type('新的值', 'viel');
    await hands.press('计划变更');
    expect(hands.summary).toEqual([
      '请填写数字，例如 30。',
      '请填写生效日期。',
      '请写明依据的文件或决定，2 至 200 个字。',
    ]);
    await hands.type('生效日期', '2020-01-01');
    await hands.press('计划变更');
    expect(hands.summary).toContain('规则只能从明天或以后的日期起变更。');
    expect(server.askedFor('PlanRuleChange')).toEqual([]);
  });

  it('show a refusal at the box it is about, and keep what was typed', async () => {
    const { hands, server } = await open('/staff/rules/clause.AGE.INSPECTION');
    server.answer('PlanRuleChange', {
      planRuleChange: {
        __typename: 'InvalidInputError',
        code: 'VALIDATION',
        message: '有内容需要修改',
        problems: [{ __typename: 'FieldProblem', path: 'value', key: 'k', message: '格式不符' }],
      },
    });
    await hands.type('新的值', '{}');
    await hands.type('生效日期', '2099-01-01');
    await hands.type('依据的文件或决定', '演示文件');
    await hands.press('计划变更');
    expect(hands.summary).toEqual(['格式不符']);
    expect(hands.box('新的值').value).toBe('{}');
  });

  it('of several numbers have a box for each', async () => {
    const { ask, hands, server } = await open('/staff/rules/age', [
      rule('age', [value({ value: { min: 18, below: 65 } })]),
    ]);
    await hands.type('未满（周岁）', '60');
    await hands.type('生效日期', '2099-01-01');
    await hands.type('依据的文件或决定', '演示文件');
    await hands.press('计划变更');
    expect(ask.mock.calls[0]?.[0].text).toBe(
      '报考年龄：年满（周岁） 18；未满（周岁） 65 → 年满（周岁） 18；未满（周岁） 60',
    );
    expect(server.askedFor('PlanRuleChange')[0]?.variables['input']).toMatchObject({
      value: { min: 18, below: 60 },
    });
  });

  it('that are planned may be withdrawn', async () => {
    const { hands, server } = await open('/staff/rules/returnDeadlineDays', [
      rule('returnDeadlineDays', [PLANNED, value()]),
    ]);
    await hands.press('撤回');
    expect(server.askedFor('WithdrawRuleChange')[0]?.variables['input']).toMatchObject({
      code: 'returnDeadlineDays',
      validFrom: '2099-01-01',
    });
    expect(hands.text).toContain('已撤回自 2099-01-01 起的变更');
  });

  it('keep what is typed when another change is withdrawn beside it', async () => {
    const age = () => value({ value: { min: 18, below: 65 } });
    const { hands, server } = await open('/staff/rules/age', [rule('age', [PLANNED, age()])]);
    await hands.type('未满（周岁）', '60');
    server.answer('RuleParameters', { ruleParameters: [rule('age', [age()])] });
    server.answer('WithdrawRuleChange', { withdrawRuleChange: rule('age', [age()]) });
    await hands.press('撤回');
    expect(hands.text).toContain('已撤回自 2099-01-01 起的变更');
    expect(hands.box('未满（周岁）').value).toBe('60');
  });

  it('that nothing reads yet say so', async () => {
    const { hands } = await open('/staff/rules/applicationFee', [
      { ...rule('applicationFee', [value()], false), inUse: false },
    ]);
    expect(hands.text).toContain('系统目前不使用这项规则，不能变更。');
  });

  it('written by hand about an authority are shown with its code', async () => {
    const template = value({ value: 'YS-{SEQ:6}' });
    const { hands } = await open('/staff/rules', [rule('certificateNumber.P34', [template])]);
    expect(hands.text).toContain('证书编号的格式 · P34');
  });

  it('are only read by those who may not change them', async () => {
    const { hands } = await open('/staff/rules/returnDeadlineDays', [
      rule('returnDeadlineDays', [value()], false),
    ]);
    expect(hands.text).toContain('现行');
    expect(hands.page.querySelector('form')).toBeNull();
  });
});

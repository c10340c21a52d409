import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { EMPLOYER } from './registration.ts';
import { monthsAgo, openTask, saveAndContinue } from './tasks.ts';

/** The section 检测性质 with its only question. */
export async function fillTesting(page: Page): Promise<void> {
  await openTask(page, '检测性质');
  await page.getByRole('radio', { name: '定期检验配套检测' }).check();
  await saveAndContinue(page);
}

/** The section 检验性质 with its only question. */
export async function fillInspection(page: Page): Promise<void> {
  await openTask(page, '检验性质');
  await expectAccessible(page);
  await page.getByRole('radio', { name: '定期检验' }).check();
  await saveAndContinue(page);
}

export async function fillWork(page: Page): Promise<void> {
  await openTask(page, '工作经历');
  await page.getByRole('textbox', { name: '从事相关工作年限' }).fill('6');
  await page.getByRole('textbox', { name: '开始时间' }).fill('2020-01-06');
  await page.getByRole('textbox', { name: '单位' }).fill(EMPLOYER);
  await page.getByLabel('工作性质').selectOption({ label: '无损检测' });
  await saveAndContinue(page);
}

export async function fillVision(page: Page): Promise<void> {
  await openTask(page, '视力');
  await page.getByLabel('左眼近视力（矫正后）').selectOption({ label: '5.0（1.0）' });
  await page.getByLabel('右眼近视力（矫正后）').selectOption({ label: '5.0（1.0）' });
  await page.getByRole('radio', { name: '正常' }).check();
  await page.getByRole('textbox', { name: '视力检查日期' }).fill(monthsAgo(1));
  await saveAndContinue(page);
}

export async function fillDelivery(page: Page): Promise<void> {
  await openTask(page, '证书领取和备注');
  await page.getByRole('radio', { name: '自取' }).check();
  await saveAndContinue(page);
}

/** 持证项目 stand filled in from the register; one more row can be begun and taken away again. */
export async function confirmHeldItems(page: Page): Promise<void> {
  await openTask(page, '已持有的证书');
  const rows = page.locator('app-answer-rows fieldset');
  await expect(rows.first().getByRole('textbox', { name: '证书编号' })).not.toHaveValue('');
  const before = await rows.count();
  await page.getByRole('button', { name: '再加一项' }).click();
  await expect(rows).toHaveCount(before + 1);
  await expectAccessible(page);
  await page.getByRole('button', { name: `删除第 ${before + 1} 项` }).click();
  await expect(page.locator('app-answer-rows').getByText('登记为')).toHaveCount(0);
  await saveAndContinue(page);
}

/** Adds a certificate our register does not know, which staff will check. */
export const stateHeldItem =
  (itemCode: string) =>
  async (page: Page): Promise<void> => {
    await openTask(page, '已持有的证书');
    const rows = page.locator('app-answer-rows fieldset');
    const add = page.getByRole('button', { name: '再加一项' });
    await expect(add).toBeVisible();
    const before = await rows.count();
    await add.click();
    const row = rows.nth(before);
    await row.getByLabel('项目').selectOption(itemCode);
    await row.getByRole('textbox', { name: '证书编号' }).fill(`演示-${itemCode}`);
    await row.getByRole('textbox', { name: '初次取证日期' }).fill(monthsAgo(57));
    await row.getByRole('textbox', { name: '有效期至' }).fill(monthsAgo(-3));
    await expect(row.getByText('登记中没有这一项')).toBeVisible();
    await expectAccessible(page);
    await saveAndContinue(page);
  };

/** 免考换证条件, each answered by yes. */
export async function declareExemption(page: Page): Promise<void> {
  await openTask(page, '免考换证条件');
  await expectAccessible(page);
  for (const yes of await page.getByRole('radio', { name: '是' }).all()) await yes.check();
  await saveAndContinue(page);
}

/** 补考科目 and 上次考试时间 follow from our own results: there is nothing to type. */
export async function readResit(page: Page): Promise<void> {
  await openTask(page, '补考科目');
  await expect(page.getByRole('table')).toContainText('需要补考');
  await expect(page.getByText('可补考至')).toBeVisible();
  await expect(page.locator('main').getByRole('textbox')).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('link', { name: '返回申请' }).first().click();
}

/** An exam elsewhere: day and subjects are the person's to state. */
export async function stateResit(page: Page): Promise<void> {
  await openTask(page, '补考科目');
  await page.getByRole('textbox', { name: '上次考试时间' }).fill(monthsAgo(6));
  await page.getByRole('checkbox').last().check();
  await expectAccessible(page);
  await saveAndContinue(page);
}

/** 初次取证日期 and 证书有效期 of the type tester's certificate, proposed from the register. */
export async function fillCertificate(page: Page): Promise<void> {
  await openTask(page, '原证书');
  await expect(page.getByRole('textbox', { name: '初次取证日期' })).not.toHaveValue('');
  await expect(page.getByRole('textbox', { name: '证书有效期至' })).not.toHaveValue('');
  await expectAccessible(page);
  await saveAndContinue(page);
}

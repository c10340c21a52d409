import { expect, type Page } from '@playwright/test';
import { pdf, type PickedFile, png } from './papers.ts';
import { EMPLOYER } from './registration.ts';

/** Opens a task of the application that stands open. */
const openTask = (page: Page, title: string): Promise<void> =>
  page.locator('kp-task-list').getByRole('link', { name: title, exact: true }).click();

const saveAndContinue = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(page.locator('kp-task-list')).toBeVisible();
};

/** A date some months ago in China, as people write it. */
const monthsAgo = (months: number): string => {
  const date = new Date();
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
};

/** Chooses an item, reads the eligibility and starts an application. @returns its address. */
export async function startApplication(page: Page, itemCode: string): Promise<string> {
  await page.goto(`/apply/${itemCode}`);
  await expect(page.getByText('可以报名。')).toBeVisible();
  await page.getByRole('button', { name: '开始填写' }).click();
  await page.waitForURL(/\/applications\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** The section 检测性质 with its only question. */
export async function fillTesting(page: Page): Promise<void> {
  await openTask(page, '检测性质');
  await page.getByRole('radio', { name: '定期检验配套检测' }).check();
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

/** The row of a paper. */
export const paperRow = (page: Page, name: string) =>
  page.locator('kp-upload-row').filter({ has: page.getByRole('heading', { name }) });

/** Picks a file for a paper; whether it was taken is for the caller to read. */
export const pickFile = (page: Page, name: string, file: PickedFile): Promise<void> =>
  paperRow(page, name).locator('input[type=file]').setInputFiles(file);

/** Hands a paper in and waits until it is there. */
export async function handIn(page: Page, name: string, file: PickedFile): Promise<void> {
  await pickFile(page, name, file);
  await expect(paperRow(page, name).getByText('已上传')).toBeVisible();
  await expect(paperRow(page, name).getByText(file.name)).toBeVisible();
}

export async function handInPapers(page: Page): Promise<void> {
  await openTask(page, '材料');
  await handIn(page, '身份证件扫描件', await png('身份证件'));
  await handIn(page, '学历证书扫描件', await pdf('学历证书'));
  await handIn(page, '工作经历证明', await pdf('工作经历证明'));
  await handIn(page, '视力（辨色力）证明', await pdf('视力证明'));
  await page.getByRole('link', { name: '保存并继续' }).click();
}

/** @returns the number of the chosen plan. */
export async function choosePlan(page: Page): Promise<string> {
  await openTask(page, '考试计划');
  const choice = page.locator('app-plan-page label:not(.closed)').first();
  await choice.getByRole('radio').check();
  const planNo = await choice.locator('.kp-number').first().textContent();
  await saveAndContinue(page);
  return planNo?.trim() ?? '';
}

/** Fills every part of a started application but the plan. */
export async function fillAnswersAndPapers(page: Page): Promise<void> {
  await fillTesting(page);
  await fillWork(page);
  await fillVision(page);
  await fillDelivery(page);
  await handInPapers(page);
}

/** Fills every part of a started application. @returns the number of the chosen plan. */
export async function fillApplication(page: Page): Promise<string> {
  await fillAnswersAndPapers(page);
  return choosePlan(page);
}

/** Reads everything once more, declares it true and presses the button. */
export async function declareAndSubmit(page: Page, button: string): Promise<void> {
  await page
    .locator('kp-task-list')
    .getByRole('link', { name: /^核对并/ })
    .click();
  await page.getByRole('checkbox', { name: /^我承诺/ }).check();
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.waitForURL('**/submitted');
}

import { expect, type Page } from '@playwright/test';
import { fillDelivery, fillTesting, fillVision, fillWork } from './answers.ts';
import { pdf, type PickedFile, png } from './papers.ts';
import { openTask, saveAndContinue } from './tasks.ts';

/** Reads the eligibility for an initial exam and starts its application. @returns its address. */
export const startApplication = (page: Page, itemCode: string): Promise<string> =>
  start(page, `testing/${itemCode}/INITIAL`);

/** Reads the eligibility for track, item and registration type and starts the application. @returns its address. */
export async function start(page: Page, choice: string): Promise<string> {
  await page.goto(`/apply/${choice}`);
  return startHere(page);
}

/** Starts the application whose eligibility stands open. @returns its address. */
export async function startHere(page: Page): Promise<string> {
  await expect(page.getByText('可以报名。')).toBeVisible();
  await page.getByRole('button', { name: '开始填写' }).click();
  await page.waitForURL(/\/applications\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
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

/** Hands in every paper that is still missing and needed. */
export async function handInWhatIsMissing(page: Page): Promise<void> {
  await openTask(page, '材料');
  const missing = page
    .locator('kp-upload-row')
    .filter({ hasText: '未上传', hasNotText: '选交' })
    .getByRole('heading');
  await expect(missing.first()).toBeVisible();
  for (const name of await missing.allInnerTexts()) {
    await handIn(page, name, name === '身份证件扫描件' ? await png(name) : await pdf(name));
  }
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

/** Opens the answers to be read once more. */
export const openCheck = (page: Page): Promise<void> =>
  page
    .locator('kp-task-list')
    .getByRole('link', { name: /^核对并/ })
    .click();

/** Reads everything once more, declares it true and presses the button. */
export async function declareAndSubmit(page: Page, button: string): Promise<void> {
  await openCheck(page);
  await page.getByRole('checkbox', { name: /^我承诺/ }).check();
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.waitForURL('**/submitted');
}

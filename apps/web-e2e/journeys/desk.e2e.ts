import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.ts';
import {
  declareAndSubmit,
  fillAnswersAndPapers,
  fillApplication,
  handIn,
  startApplication,
} from '../support/application.ts';
import { logInStaff } from '../support/log-in.ts';
import { pdf } from '../support/papers.ts';
import { register } from '../support/registration.ts';
import { whileTheDeskChoosesPlans } from '../support/rules.ts';
import { accept, actInList, openReview } from '../support/staff.ts';

const ITEM = 'UT-I';

/** @returns the application's number. */
async function submit(page: Page, address: string): Promise<string> {
  await page.goto(address);
  await declareAndSubmit(page, '直接申请');
  const told = await page.getByText(/编号 \S+/).textContent();
  await page.goto(address);
  await handIn(page, '报名申请表（签字盖章）', await pdf('签字的申请表'));
  return /编号 (\S+)/.exec(told ?? '')?.[1] ?? '';
}

async function desk(browser: Browser, role: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await logInStaff(page, role);
  return page;
}

test('where the desk chooses plans, nobody is asked for one and the desk assigns it', async ({
  browser,
  page,
}) => {
  await register(page);
  await whileTheDeskChoosesPlans('testing-initial', async () => {
    const address = await startApplication(page, ITEM);
    await expect(page.locator('kp-task-list')).toBeVisible();
    await expect(page.locator('kp-task-list')).not.toContainText('考试计划');
    await fillAnswersAndPapers(page);
    const number = await submit(page, address);

    const reviewer = await desk(browser, 'REVIEWER');
    await openReview(reviewer, number);
    await expectAccessible(reviewer);
    const plans = reviewer.getByLabel('安排到');
    const open = plans.locator('option:not([disabled]):not([value=""])').first();
    const plan = /^\S+/.exec((await open.innerText()).trim())?.[0] ?? '';
    await plans.selectOption((await open.getAttribute('value')) ?? '');
    await reviewer.getByRole('button', { name: '安排考试计划' }).click();
    await expect(reviewer.getByText(plan).first()).toBeVisible();
    await accept(reviewer);
    await reviewer.context().close();

    await page.goto(address);
    await expect(page.getByText(plan).first()).toBeVisible();
  });
});

test('what a candidate deleted by mistake is brought back by the desk', async ({
  browser,
  page,
}) => {
  await register(page);
  const address = await startApplication(page, ITEM);
  await fillApplication(page);
  const number = await submit(page, address);
  await page.goto(`${address}/delete`);
  await expectAccessible(page);
  await page.getByRole('button', { name: '删除' }).click();
  await page.waitForURL('**/applications?done=deleted');
  await expect(page.getByText(number)).toHaveCount(0);

  const reviewer = await desk(browser, 'REVIEWER');
  await actInList(reviewer, { address: '/staff/deleted', action: '恢复', number });
  await expectAccessible(reviewer);
  await reviewer.context().close();

  await page.goto(address);
  await expect(page.getByText(number).first()).toBeVisible();
  await expect(page.getByText('已申报，正在等待考试机构审核。').first()).toBeVisible();
});

test('an administrator plans a change of a rule and takes it back', async ({ browser }) => {
  const page = await desk(browser, 'SYSADMIN');
  await page.goto('/staff/rules');
  await page.getByRole('link', { name: '退回后补正期限（天）' }).click();
  await page.getByLabel('新的值').fill('45');
  await page.getByLabel('生效日期').fill('2099-01-01');
  await page.getByLabel('依据的文件或决定').fill('演示文件〔2098〕1号');
  await expectAccessible(page);
  await page.getByRole('button', { name: '计划变更' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('退回后补正期限（天）：30 → 45')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '计划变更' }).click();
  await expect(page.getByText('已计划，自 2099-01-01 起生效')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '撤回自 2099-01-01 起的变更' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
  await expect(page.getByText('已撤回自 2099-01-01 起的变更')).toBeVisible();
  await page.context().close();
});

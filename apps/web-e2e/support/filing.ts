import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { demoAccountNamed } from './accounts.ts';
import {
  choosePlan,
  declareAndSubmit,
  handIn,
  handInWhatIsMissing,
  openCheck,
  startHere,
} from './application.ts';
import { logIn } from './log-in.ts';
import { pdf } from './papers.ts';
import { expectNoSidewaysScroll } from './screens.ts';

/** What somebody of the demonstration applies for, and how. */
export interface Filing {
  readonly name: string;
  readonly who: string;
  /** What is pressed from the menus on, in this order. */
  readonly choices: readonly (string | RegExp)[];
  /** A rule that must be answered before anything is typed. */
  readonly rule: string;
  /** Fills the sections, in the order of the task list. */
  readonly fill: readonly ((page: Page) => Promise<void>)[];
  /** What the reviewer reads about what only the person states; left out where that is nothing. */
  readonly onTheDesk?: readonly string[];
}

/** The page as it stands is for everybody, and fits. */
async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** Takes the application that stands open back, so that its person may file again on another screen. */
export async function withdraw(page: Page): Promise<void> {
  await page.goto(`${new URL(page.url()).pathname}/withdraw`);
  await page.getByRole('button', { name: '撤回' }).click();
  await expect(page.getByText('已撤回', { exact: true }).first()).toBeVisible();
}

/** From the menu to the signed form, looking at every page on the way. @returns the number. */
export async function applyFor(page: Page, { who, choices, rule, fill }: Filing): Promise<string> {
  const { login, password } = demoAccountNamed(who);
  await logIn(page, { idNumber: login, password });
  await page.getByRole('link', { name: '报名', exact: true }).first().click();
  for (const choice of choices) {
    await expectGood(page);
    await page
      .getByRole('main')
      .getByRole('link', { name: choice, ...(typeof choice === 'string' && { exact: true }) })
      .click();
  }
  const answered = page.locator('app-rule-list li').filter({ hasText: rule });
  await expect(answered.first()).toContainText(/符合|由工作人员核对/);
  await expect(answered.first()).toContainText(/TSG|考字|质检特函/);
  await expect(page.locator('app-document-list li').first()).toBeVisible();
  await expectGood(page);
  const address = await startHere(page);
  await expectGood(page);
  for (const part of fill) await part(page);
  await handInWhatIsMissing(page);
  await choosePlan(page);
  await openCheck(page);
  await expectGood(page);
  await page.goto(address);
  await declareAndSubmit(page, '直接申请');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('申请已提交');
  const told = await page.getByText(/编号 \S+/).textContent();
  await page.getByRole('link', { name: '打印申请表' }).click();
  await expect(page.locator('kp-document-viewer canvas').first()).toBeVisible();
  await page.goto(address);
  await handIn(page, '报名申请表（签字盖章）', await pdf('签字的申请表'));
  await expect(page.getByText('已申报，正在等待考试机构审核。').first()).toBeVisible();
  await expectGood(page);
  return /编号 (\S+)/.exec(told ?? '')?.[1] ?? '';
}

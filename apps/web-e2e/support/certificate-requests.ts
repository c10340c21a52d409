import { type Browser, expect, type Page } from '@playwright/test';
import { demoAccountNamed } from './accounts.ts';
import { declareAndSubmit, handIn } from './application.ts';
import { logIn, logInStaff } from './log-in.ts';
import { pdf } from './papers.ts';
import { approve, forward, openReview, printAndDeliver } from './staff.ts';

/** Holds two certificates of the institution and the authority the demonstration staff work for. */
export const HOLDER = '林演示五十五';

/** The certificate that is not near its end. */
const SECOND = /^YS-IN-0055-2$/;

export async function logInHolder(page: Page): Promise<void> {
  const { login, password } = demoAccountNamed(HOLDER);
  await logIn(page, { idNumber: login, password });
}

/** The card of the holder's second certificate, or of what took its place. */
export const certificateCard = (page: Page, number: string | RegExp = SECOND) =>
  page
    .locator('app-certificates-page li')
    .filter({ has: page.getByRole('heading', { name: number }) });

/** Presses a request's button on a certificate and begins it. @returns the application's address. */
export async function beginRequest(
  page: Page,
  number: string | RegExp,
  button: string,
): Promise<string> {
  await page.goto('/certificates');
  await certificateCard(page, number).getByRole('link', { name: button }).click();
  await expect(page.getByText('没有正在办理的补发或信息变更。')).toBeVisible();
  await page.getByRole('button', { name: '开始填写' }).click();
  await page.waitForURL(/\/applications\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** Hands the papers of a request in and sends it. @returns its number. */
export async function sendRequest(
  page: Page,
  address: string,
  papers: readonly string[],
): Promise<string> {
  await page.goto(`${address}/materials`);
  for (const paper of papers) await handIn(page, paper, await pdf(paper));
  await page.getByRole('link', { name: '保存并继续' }).click();
  await declareAndSubmit(page, '直接申请');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('申请已提交');
  const told = await page.getByText(/编号 \S+/).textContent();
  return /编号 (\S+)/.exec(told ?? '')?.[1] ?? '';
}

async function deskOf(browser: Browser, role: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await logInStaff(page, role);
  return page;
}

/** The institution confirms and forwards, the authority approves, the desk prints and hands over. @returns the new certificate's number. */
export async function confirmAndIssue(
  browser: Browser,
  number: string,
  look: (page: Page) => Promise<void>,
): Promise<string> {
  const reviewer = await deskOf(browser, 'REVIEWER');
  await openReview(reviewer, number);
  await expect(reviewer.getByRole('heading', { name: '申请所涉证书' })).toBeVisible();
  await look(reviewer);
  await reviewer.getByRole('button', { name: '其余全部合格' }).click();
  await reviewer.getByRole('button', { name: '审核通过' }).click();
  await expect(reviewer.locator('kp-status-chip').first()).toHaveText('待上报');
  const forwarder = await deskOf(browser, 'FORWARDER');
  const batch = await forward(forwarder, number);
  const approver = await deskOf(browser, 'AUTHORITY_APPROVER');
  await approver.goto('/authority/batches');
  await approver.getByRole('link', { name: batch }).click();
  await expect(approver.getByText('批准后作废的证书：')).toBeVisible();
  await look(approver);
  const certificate = await approve(approver, batch, HOLDER);
  const printer = await deskOf(browser, 'PRINTER');
  await printAndDeliver(printer, certificate);
  return certificate;
}

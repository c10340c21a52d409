import { type Browser, expect, type Page } from '@playwright/test';
import { demoAccountNamed } from './accounts.ts';
import { declareAndSubmit, handIn } from './application.ts';
import { logIn, logInStaff } from './log-in.ts';
import { pdf } from './papers.ts';
import { approve, forward, openReview, printAndDeliver } from './staff.ts';

/** Holds two certificates that the national institution examined and the national authority issued. */
export const HOLDER = '林演示五十五';

const INSTITUTION = 'EI-00';
const AUTHORITY = 'SAMR';

/** The certificate that is not near its end. */
export const SECOND = /^YS-TY-0055-2$/;

export async function logInHolder(page: Page): Promise<void> {
  const { login, password } = demoAccountNamed(HOLDER);
  await logIn(page, { idNumber: login, password });
}

const cards = (page: Page) => page.locator('app-certificates-page li');

/** The card of a certificate. */
export const certificateCard = (page: Page, number: string | RegExp) =>
  cards(page).filter({ has: page.getByRole('heading', { name: number }) });

/** The button of a request, on a certificate or on the first that offers it. */
export const requestButton = (page: Page, button: string, number?: string | RegExp) =>
  (number === undefined ? cards(page) : certificateCard(page, number))
    .getByRole('link', { name: button })
    .first();

/** Presses a request's button and begins it. @returns the application's address. */
export async function beginRequest(
  page: Page,
  button: string,
  number?: string | RegExp,
): Promise<string> {
  await page.goto('/certificates');
  await requestButton(page, button, number).click();
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

/** Deletes a request that was not sent. */
export async function deleteRequest(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/delete`);
  await page.getByRole('button', { name: '删除' }).click();
  await page.waitForURL('**/applications?done=deleted');
}

async function deskOf(browser: Browser, role: string, office: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await logInStaff(page, role, office);
  return page;
}

/** The institution confirms and forwards, the authority approves, the desk prints and hands over. @returns the new certificate's number. */
export async function confirmAndIssue(
  browser: Browser,
  number: string,
  look: (page: Page) => Promise<void>,
): Promise<string> {
  const reviewer = await deskOf(browser, 'REVIEWER', INSTITUTION);
  await openReview(reviewer, number);
  await expect(reviewer.getByRole('heading', { name: '申请所涉证书' })).toBeVisible();
  await look(reviewer);
  await reviewer.getByRole('button', { name: '其余全部合格' }).click();
  await reviewer.getByRole('button', { name: '审核通过' }).click();
  await expect(reviewer.locator('kp-status-chip').first()).toHaveText('待上报');
  const forwarder = await deskOf(browser, 'FORWARDER', INSTITUTION);
  const batch = await forward(forwarder, number);
  const approver = await deskOf(browser, 'AUTHORITY_APPROVER', AUTHORITY);
  await approver.goto('/authority/batches');
  await approver.getByRole('link', { name: batch }).click();
  await expect(approver.getByText('批准后作废的证书：')).toBeVisible();
  await approver.getByRole('button', { name: `查看材料 ${HOLDER}` }).click();
  await approver.getByRole('button', { name: /申请表（签字盖章）$/ }).click();
  await expect(approver.locator('kp-document-viewer')).toBeVisible();
  await look(approver);
  const certificate = await approve(approver, batch, HOLDER);
  const printer = await deskOf(browser, 'PRINTER', AUTHORITY);
  await printAndDeliver(printer, certificate);
  return certificate;
}

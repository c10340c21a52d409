import { type Browser, expect, type Page, test } from '@playwright/test';
import { inventPerson } from '../../../tools/tour/people.ts';
import { expectAccessible } from '../support/accessibility.ts';
import {
  declareAndSubmit,
  fillApplication,
  handIn,
  paperRow,
  startApplication,
} from '../support/application.ts';
import { logIn, logInStaff } from '../support/log-in.ts';
import { codesOnPaper, pdf } from '../support/papers.ts';
import {
  addPhoto,
  agreeAndRegister,
  fillContact,
  fillEducation,
  fillIdentity,
} from '../support/registration.ts';
import {
  accept,
  actInList,
  approve,
  enterMarks,
  forward,
  openReview,
  printAndDeliver,
  publishMarks,
  returnFile,
  sendBack,
} from '../support/staff.ts';

const RETURNED_PAPER = '工作经历证明';
const REASON = '图片模糊或无法打开，请重新扫描上传';
const NOTE = '单位公章不清楚';

/** A desk of its own browser, signed in. */
async function deskOf(browser: Browser, role: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await logInStaff(page, role);
  return page;
}

test('a candidate registers, applies, repairs one file, passes and holds a certificate that anybody can verify', async ({
  browser,
  page,
}, testInfo) => {
  const person = inventPerson();
  let address = '';
  let number = '';
  let planNo = '';
  let certificate = '';

  await test.step('registers in five steps', async () => {
    await page.goto('/');
    await expectAccessible(page);
    await page.getByRole('link', { name: '用户注册' }).first().click();
    await expect(page.getByText('第 1 步，共 5 步')).toBeVisible();
    await expectAccessible(page);
    await fillIdentity(page, person);
    await expect(page.getByText('第 2 步，共 5 步')).toBeVisible();
    await expectAccessible(page);
    await fillContact(page, person);
    await expect(page.getByText('第 3 步，共 5 步')).toBeVisible();
    await expectAccessible(page);
    await fillEducation(page);
    await expect(page.getByText('第 4 步，共 5 步')).toBeVisible();
    await expectAccessible(page);
    await addPhoto(page);
    await expect(page.getByText('第 5 步，共 5 步')).toBeVisible();
    await expect(page.getByText(person.idNumber)).toBeVisible();
    await expectAccessible(page);
    await agreeAndRegister(page);
    await page.waitForURL('**/register/done');
    await expectAccessible(page);
  });

  await test.step('applies for RT-Ⅰ', async () => {
    await page.goto('/me');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${person.name}，您好`);
    await expectAccessible(page);
    await page.getByRole('link', { name: '报名', exact: true }).first().click();
    await page.getByRole('link', { name: '检测人员考试报名' }).click();
    await page.getByRole('link', { name: /^RT-Ⅰ / }).click();
    await page.getByRole('link', { name: '取证考试', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('RT-Ⅰ 报考条件');
    await expectAccessible(page);
    address = await startApplication(page, 'RT-I');
    await expectAccessible(page);
    planNo = await fillApplication(page);
    await expect(page.getByText('已完成 6 / 7')).toBeVisible();
    await declareAndSubmit(page, '直接申请');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('申请已提交');
    await expectAccessible(page);
    const told = await page.getByText(/编号 \S+/).textContent();
    number = /编号 (\S+)/.exec(told ?? '')?.[1] ?? '';
    expect(number).not.toBe('');
  });

  await test.step('prints the form, whose code says what was printed, and hands it back signed', async () => {
    await page.getByRole('link', { name: '打印申请表' }).click();
    await expect(page.locator('kp-document-viewer canvas').first()).toBeVisible();
    await expectAccessible(page);
    const href = await page.getByRole('link', { name: '在新窗口打开申请表' }).getAttribute('href');
    const form = await page.request.get(href ?? '');
    expect(form.headers()['content-type']).toContain('application/pdf');
    const codes = await codesOnPaper(await form.body(), testInfo.outputDir);
    expect(codes).toEqual([
      expect.stringMatching(new RegExp(String.raw`^KP1\|form\|${number}\|\d+\|[0-9a-f]{16}$`)),
    ]);
    await page.goto(address);
    await handIn(page, '报名申请表（签字盖章）', await pdf('签字的申请表'));
    await expect(page.getByText('已申报，正在等待考试机构审核。').first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: '退出登录' }).click();
    await expect(page.getByRole('link', { name: '人员登录' }).first()).toBeVisible();
  });

  const reviewer = await deskOf(browser, 'REVIEWER');
  await test.step('the reviewer sends one file back', async () => {
    await expectAccessible(reviewer);
    await openReview(reviewer, number);
    await expectAccessible(reviewer);
    await returnFile(reviewer, RETURNED_PAPER, { reason: REASON, note: NOTE });
  });

  await test.step('the candidate reads which file and why, replaces it and resubmits', async () => {
    await logIn(page, person);
    await page.getByRole('link', { name: '去修改' }).click();
    const fixes = page.locator('app-returned-list li');
    await expect(fixes).toHaveCount(1);
    await expect(fixes).toContainText(RETURNED_PAPER);
    await expect(fixes).toContainText(REASON);
    await expect(fixes).toContainText(NOTE);
    await expectAccessible(page);
    await fixes.getByRole('link', { name: RETURNED_PAPER }).click();
    await expect(paperRow(page, RETURNED_PAPER)).toContainText(`已退回：${REASON}`);
    await expect(page.getByRole('button', { name: '替换' })).toHaveCount(1);
    await expectAccessible(page);
    await handIn(page, RETURNED_PAPER, await pdf('工作经历证明（补正）'));
    await page.getByRole('link', { name: '保存并继续' }).click();
    await declareAndSubmit(page, '重新提交');
  });

  await test.step('the reviewer accepts', async () => {
    await openReview(reviewer, number);
    await accept(reviewer);
  });

  await test.step('the exam is scheduled, marked by one person and published by another', async () => {
    const clerk = await deskOf(browser, 'PLAN_CLERK');
    await actInList(clerk, { address: '/staff/scheduling', action: '编排考场', number });
    await expectAccessible(clerk);
    const marker = await deskOf(browser, 'RESULT_CLERK');
    await enterMarks(marker, planNo, number);
    await expectAccessible(marker);
    const publisher = await deskOf(browser, 'RESULT_PUBLISHER');
    await publishMarks(publisher, planNo, number);
    await expectAccessible(publisher);
  });

  await test.step('the case goes to the issuing authority, which asks back once, then approves, prints and hands over', async () => {
    const forwarder = await deskOf(browser, 'FORWARDER');
    await actInList(forwarder, { address: '/staff/passed', action: '转入待上报', number });
    const returned = await forward(forwarder, number);
    await expectAccessible(forwarder);
    const approver = await deskOf(browser, 'AUTHORITY_APPROVER');
    await sendBack(approver, returned, { name: person.name, reason: '请核对考试时间' });
    await expectAccessible(approver);
    await actInList(forwarder, {
      address: '/staff/passed',
      action: '转入待上报',
      number,
      reason: '已核对，考试时间无误',
    });
    await expectAccessible(forwarder);
    const batch = await forward(forwarder, number);
    certificate = await approve(approver, batch, person.name);
    expect(certificate).not.toBe('');
    await expectAccessible(approver);
    const printer = await deskOf(browser, 'PRINTER');
    await printAndDeliver(printer, certificate);
    await expectAccessible(printer);
  });

  await test.step('the candidate holds the certificate and anybody can verify it', async () => {
    await page.goto('/certificates');
    await expect(page.getByRole('heading', { name: certificate })).toBeVisible();
    await expect(page.getByText('有效', { exact: true })).toBeVisible();
    await expectAccessible(page);
    const link = await page.getByRole('link', { name: '核验证书' }).getAttribute('href');
    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto(link ?? '');
    await expect(stranger.getByText('有效', { exact: true }).first()).toBeVisible();
    await expect(stranger.getByText(certificate)).toBeVisible();
    await expect(stranger.getByText(/^.{0,12}\*/).first()).toBeVisible();
    await expect(stranger.getByText(person.name)).toHaveCount(0);
    await expectAccessible(stranger);
  });
});

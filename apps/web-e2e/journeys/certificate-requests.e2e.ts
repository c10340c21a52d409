import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.ts';
import {
  beginRequest,
  certificateCard,
  confirmAndIssue,
  logInHolder,
  SECOND,
  sendRequest,
} from '../support/certificate-requests.ts';
import { codesOnPaper } from '../support/papers.ts';

test.describe.configure({ mode: 'serial' });

let current: string | RegExp = SECOND;

test('a holder has a lost certificate reissued (manual ch. 8)', async ({
  browser,
  page,
}, testInfo) => {
  await logInHolder(page);
  await page.goto('/certificates');
  await expectAccessible(page);
  const address = await beginRequest(page, '申请补发', current);
  await expectAccessible(page);

  await page.goto(`${address}/reissue`);
  await page.getByRole('radio', { name: '遗失' }).check();
  await page.getByLabel('遗失或损坏情况说明').fill('乘车时遗失，已登报声明。');
  await expectAccessible(page);
  await page.getByRole('button', { name: '保存并继续' }).click();
  await page.locator('kp-task-list').getByRole('link', { name: '证书领取和备注' }).click();
  await page.getByRole('radio', { name: '邮寄到通讯地址' }).check();
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(page.locator('kp-task-list')).toBeVisible();

  await expect(page.getByRole('link', { name: '打印证书补办申请表' })).toBeVisible();
  const form = await page.request.get(
    (await page.getByRole('link', { name: '在新窗口打开申请表' }).getAttribute('href')) ?? '',
  );
  const codes = await codesOnPaper(await form.body(), testInfo.outputDir);
  expect(codes).toEqual([expect.stringMatching(/^KP1\|form\|\d{6}-\d{6}\|\d+\|[0-9a-f]{16}$/)]);

  const number = await sendRequest(page, address, [
    '遗失声明或损坏证书照片',
    '证书补办申请表（签字盖章）',
  ]);
  await page.goto('/certificates');
  await expect(
    certificateCard(page, current).getByRole('link', { name: '查看补发申请' }),
  ).toBeVisible();
  const old = await certificateCard(page, current)
    .getByRole('link', { name: '核验证书' })
    .getAttribute('href');

  const certificate = await confirmAndIssue(browser, number, expectAccessible);
  await page.goto(address);
  await expect(page.locator('app-request-tracker li.reached')).toHaveCount(6);
  await expectAccessible(page);
  await page.goto(old ?? '');
  await expect(page.getByText('已补发，原证作废').first()).toBeVisible();
  await expectAccessible(page);
  current = certificate;
});

test('a holder has the employer on a certificate changed (manual ch. 9)', async ({
  browser,
  page,
}) => {
  await logInHolder(page);
  const address = await beginRequest(page, '申请信息变更', current);
  await page.goto(`${address}/change`);
  await expect(page.getByText('聘用单位（证书上）')).toBeVisible();
  await page.getByLabel('聘用单位（改为）').fill('演示新检验有限公司');
  await page.getByLabel('变更原因').fill('换了工作单位。');
  await expectAccessible(page);
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(page.getByText(/→ 演示新检验有限公司/)).toBeVisible();
  await page.locator('kp-task-list').getByRole('link', { name: '证书领取和备注' }).click();
  await page.getByRole('radio', { name: '自取' }).check();
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(page.locator('kp-task-list')).toBeVisible();

  const number = await sendRequest(page, address, [
    '变更证明材料',
    '证书信息变更申请表（签字盖章）',
  ]);
  const certificate = await confirmAndIssue(browser, number, expectAccessible);
  await page.goto('/certificates');
  await expect(page.getByText(`已变更，原证作废；新证编号 ${certificate}。`)).toBeVisible();
  await expectAccessible(page);
});

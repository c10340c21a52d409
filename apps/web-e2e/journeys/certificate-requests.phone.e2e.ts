import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.ts';
import { fillDelivery } from '../support/answers.ts';
import { beginRequest, logInHolder, sendRequest } from '../support/certificate-requests.ts';
import { withdraw } from '../support/filing.ts';
import { expectNoSidewaysScroll } from '../support/screens.ts';
import { saveAndContinue } from '../support/tasks.ts';

async function expectReadable(page: Page): Promise<void> {
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

/** Hands in the papers, sends the request and takes it back, so that journeys after this one may ask too. */
async function sendAndWithdraw(
  page: Page,
  address: string,
  papers: readonly string[],
): Promise<void> {
  await fillDelivery(page);
  await sendRequest(page, address, papers);
  await expectReadable(page);
  await page.goto(address);
  await expect(page.locator('app-request-tracker')).toBeVisible();
  await expectReadable(page);
  await withdraw(page);
}

test('a holder on a phone asks for a reissue (manual ch. 8)', async ({ page }) => {
  await logInHolder(page);
  await page.goto('/certificates');
  await expectReadable(page);
  const address = await beginRequest(page, '申请补发');
  await expectReadable(page);
  await page.goto(`${address}/reissue`);
  await page.getByRole('radio', { name: '遗失' }).check();
  await page.getByLabel('遗失或损坏情况说明').fill('乘车时遗失，已登报声明。');
  await expectReadable(page);
  await saveAndContinue(page);
  await sendAndWithdraw(page, address, ['遗失声明或损坏证书照片', '证书补办申请表（签字盖章）']);
});

test('a holder on a phone asks for a change of the employer (manual ch. 9)', async ({ page }) => {
  await logInHolder(page);
  const address = await beginRequest(page, '申请信息变更');
  await page.goto(`${address}/change`);
  await expect(page.getByText('聘用单位（证书上）')).toBeVisible();
  // Not the one the desktop journey may have put on this certificate: that would change nothing.
  await page.getByLabel('聘用单位（改为）').fill('演示随身检验有限公司');
  await page.getByLabel('变更原因').fill('换了工作单位。');
  await expectReadable(page);
  await saveAndContinue(page);
  await sendAndWithdraw(page, address, ['变更证明材料', '证书信息变更申请表（签字盖章）']);
});

import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.ts';
import { beginRequest, logInHolder } from '../support/certificate-requests.ts';
import { expectNoSidewaysScroll } from '../support/screens.ts';

async function expectReadable(page: Page): Promise<void> {
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

test('a holder on a phone begins a reissue, deletes it and begins a change', async ({ page }) => {
  await logInHolder(page);
  await page.goto('/certificates');
  await expectReadable(page);
  const first = /^YS-IN-0055-1$/;
  const reissue = await beginRequest(page, first, '申请补发');
  await expectReadable(page);
  await page.goto(`${reissue}/delete`);
  await page.getByRole('button', { name: '删除' }).click();
  await page.waitForURL('**/applications?done=deleted');
  const change = await beginRequest(page, first, '申请信息变更');
  await page.goto(`${change}/change`);
  await expect(page.getByText('姓名（证书上）')).toBeVisible();
  await expectReadable(page);
  await page.goto(`${change}/delete`);
  await page.getByRole('button', { name: '删除' }).click();
  await page.waitForURL('**/applications?done=deleted');
});

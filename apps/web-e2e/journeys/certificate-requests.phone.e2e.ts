import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.ts';
import { beginRequest, deleteRequest, logInHolder } from '../support/certificate-requests.ts';
import { expectNoSidewaysScroll } from '../support/screens.ts';

async function expectReadable(page: Page): Promise<void> {
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

test('a holder on a phone begins a reissue, deletes it and begins a change', async ({ page }) => {
  await logInHolder(page);
  await page.goto('/certificates');
  await expectReadable(page);
  const reissue = await beginRequest(page, '申请补发');
  await expectReadable(page);
  await deleteRequest(page, reissue);
  const change = await beginRequest(page, '申请信息变更');
  await page.goto(`${change}/change`);
  await expect(page.getByText('姓名（证书上）')).toBeVisible();
  await expectReadable(page);
  await deleteRequest(page, change);
});

import { expect, type Page } from '@playwright/test';

/** Answers the human check the accessible way: the browser calculates instead of the person reading a picture. */
export async function passHumanCheck(page: Page): Promise<void> {
  await page.getByRole('button', { name: '看不清图片？改用自动验证' }).click();
  await page.getByRole('button', { name: '开始验证' }).click();
  await expect(page.getByText('验证通过')).toBeVisible();
}

import { addMonths, shanghaiDate } from '@kaopu/domain';
import { expect, type Page } from '@playwright/test';

/** Opens a task of the application that stands open. */
export const openTask = (page: Page, title: string): Promise<void> =>
  page.locator('kp-task-list').getByRole('link', { name: title, exact: true }).click();

export const saveAndContinue = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(page.locator('kp-task-list')).toBeVisible();
};

/** A date some months ago in China, as people write it; earlier months may have fewer days. */
export const monthsAgo = (months: number): string => addMonths(shanghaiDate(new Date()), -months);

import { expect, test, type Page } from '@playwright/test';
import { inventPerson } from '../../../tools/tour/people.ts';
import { demoAccount } from '../support/accounts.ts';

const MANY = 40;

/** Presses Tab until the named control has the focus; fails when it never gets there. */
async function tabTo(page: Page, role: 'button' | 'link' | 'textbox' | 'combobox', name: string) {
  const control = page.getByRole(role, { name, exact: true });
  await expect(control).toBeVisible();
  for (let presses = 0; presses < MANY; presses++) {
    if (await control.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(control).toBeFocused();
}

/** Opens a page as the one that keys go to; desks of other journeys may still be open beside it. */
async function openInFront(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.bringToFront();
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
}

test('the first step of registration needs no mouse', async ({ page }) => {
  const { idNumber, name } = inventPerson();
  await openInFront(page, '/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到主要内容' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, 'link', '用户注册');
  await page.keyboard.press('Enter');
  await tabTo(page, 'textbox', '证件号码');
  await page.keyboard.type(idNumber);
  await tabTo(page, 'textbox', '姓名');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '有问题需要修改' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '姓名' })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.getByText('第 2 步，共 5 步')).toBeVisible();
});

test('logging in needs no mouse', async ({ page }) => {
  const { login, password, displayName } = demoAccount('CANDIDATE');
  await openInFront(page, '/login');
  await tabTo(page, 'textbox', '证件号码');
  await page.keyboard.type(login);
  await tabTo(page, 'textbox', '密码');
  await page.keyboard.type(password);
  await tabTo(page, 'button', '看不清图片？改用自动验证');
  await page.keyboard.press('Space');
  const start = page.getByRole('button', { name: '开始验证' });
  await expect(start).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await expect(start).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByText('验证通过')).toBeVisible();
  await tabTo(page, 'button', '登录');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${displayName}，您好`);
});

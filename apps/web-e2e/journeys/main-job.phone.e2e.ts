import { expect, test } from '@playwright/test';
import { demoAccount } from '../support/accounts.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { declareAndSubmit, fillApplication, startApplication } from '../support/application.ts';
import { logIn } from '../support/log-in.ts';
import { register } from '../support/registration.ts';
import { expectNoSidewaysScroll, keepScreen } from '../support/screens.ts';

const LOOK = { language: 'zh', width: 360, theme: 'light' } as const;

test('a candidate on a phone logs in, sees what there is and goes on with an application', async ({
  page,
}) => {
  const { login, password, displayName } = demoAccount('CANDIDATE');
  await page.goto('/login');
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await logIn(page, { idNumber: login, password });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${displayName}，您好`);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await keepScreen(page, 'phone-home', LOOK);
});

test('a newcomer registers, applies and holds the form in the hand on a phone', async ({
  page,
}) => {
  await register(page);
  await startApplication(page, 'PT-I');
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await keepScreen(page, 'phone-application', LOOK);
  await fillApplication(page);
  await expect(page.getByText('已完成 6 / 7')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await declareAndSubmit(page, '直接申请');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('申请已提交');
  await expectAccessible(page);
  await page.getByRole('link', { name: '打印申请表' }).click();
  await expect(page.locator('kp-document-viewer canvas').first()).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

import { expect, type Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { demoAccount } from './accounts.ts';
import { passHumanCheck } from './human-check.ts';

/** What a candidate logs in with. */
export interface Credentials {
  readonly idNumber: string;
  readonly password: string;
}

/** Types a candidate's number and password on the log-in page that is open, and goes on. */
export async function enterCredentials(
  page: Page,
  { idNumber, password }: Credentials,
): Promise<void> {
  await page.getByLabel('证件号码').fill(idNumber);
  await page.getByRole('textbox', { name: '密码' }).fill(password);
  await passHumanCheck(page);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** Logs a candidate in and waits for their own page. */
export async function logIn(page: Page, credentials: Credentials): Promise<void> {
  await page.goto('/login');
  await enterCredentials(page, credentials);
  await page.waitForURL('**/me');
}

/** Logs the demonstration account of a role, of one office where it matters, in with its second factor, and waits for its landing page. */
export async function logInStaff(page: Page, role: string, office?: string): Promise<void> {
  const { login, password, totpSecret } = demoAccount(role, office);
  await page.goto('/staff-login');
  await page.getByLabel('登录名').fill(login);
  await page.getByRole('textbox', { name: '密码' }).fill(password);
  await passHumanCheck(page);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('heading', { name: '两步验证' })).toBeVisible();
  const generator = new TOTP({ secret: totpSecret ?? '' });
  const landing = page.getByRole('heading', { level: 1, name: /您好|工作台/ });
  const refusal = page.getByRole('alert').filter({ hasText: '有问题需要修改' });
  let used = '';
  // A code is good for one use: when this account has just logged in, the next code is waited for.
  await expect(async () => {
    const code = generator.generate();
    expect(code).not.toBe(used);
    used = code;
    await page.getByLabel('动态验证码').fill(code);
    await page.getByRole('button', { name: '确认', exact: true }).click();
    await expect(landing.or(refusal)).toBeVisible();
    await expect(landing).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 65_000, intervals: [1000] });
}

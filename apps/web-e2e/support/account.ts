import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { passHumanCheck } from './human-check.ts';
import { logIn } from './log-in.ts';
import { messagesOf, nextCode } from './messages.ts';
import { type Newcomer, register } from './registration.ts';
import { expectNoSidewaysScroll } from './screens.ts';

const SECOND_PASSWORD = 'chun-hua-qiu-yue-39';
const THIRD_PASSWORD = 'gao-shan-liu-shui-84';

/** The page as it stands is for everybody, and fits. */
async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

const codeBox = (page: Page) => page.locator('#sms-code input');

/** Types number and phone where a code is asked for, and asks. @returns the code that arrived. */
async function askForCode(page: Page, { idNumber, phone }: Newcomer): Promise<string> {
  const before = await messagesOf(page.request, phone);
  await page.getByRole('textbox', { name: '证件号码' }).fill(idNumber);
  await page.getByRole('textbox', { name: '手机号码' }).fill(phone);
  await passHumanCheck(page);
  await page.getByRole('button', { name: '发送验证码' }).click();
  await expect(page.getByText('如果证件号码与手机号码匹配，验证码已发送')).toBeVisible();
  return nextCode(page.request, phone, before.length);
}

/** On a phone, the tools of the header are behind a button. */
async function openMenu(page: Page): Promise<void> {
  const menu = page.getByRole('button', { name: '菜单', exact: true });
  if ((await menu.isVisible()) && (await menu.getAttribute('aria-expanded')) === 'false') {
    await menu.click();
  }
}

const logOut = async (page: Page): Promise<void> => {
  await openMenu(page);
  await page.getByRole('button', { name: '退出登录' }).click();
  // Going to the start page closes the menu.
  await expect(async () => {
    await openMenu(page);
    const logInLink = page.getByRole('link', { name: '人员登录' }).first();
    await expect(logInLink).toBeVisible({ timeout: 2000 });
  }).toPass();
};

/** Manual chapter 2: both ways in, the way back after forgetting, the last log-in. */
async function logInEveryWay(page: Page, person: Newcomer): Promise<void> {
  await test.step('by password, told when they were here last', async () => {
    await page.goto('/login');
    await expectGood(page);
    await logIn(page, person);
    await expect(page.getByText('上次登录：')).toBeVisible();
    await logOut(page);
  });

  await test.step('by phone, the number carried over', async () => {
    await page.goto('/login');
    await page.getByRole('textbox', { name: '证件号码' }).fill(person.idNumber);
    await page.getByRole('link', { name: '手机动态密码登录' }).click();
    await expect(page.getByRole('textbox', { name: '证件号码' })).toHaveValue(person.idNumber);
    await expectGood(page);
    const code = await askForCode(page, person);
    await expect(codeBox(page)).toHaveAttribute('autocomplete', 'one-time-code');
    await expect(page.locator('app-code-resend [aria-live=polite]')).toBeAttached();
    await expectGood(page);
    await codeBox(page).fill(code === '000000' ? '111111' : '000000');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: '有问题需要修改' })).toContainText(
      '验证码不正确或已过期',
    );
    await codeBox(page).fill(code);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForURL('**/me');
    await logOut(page);
  });

  await test.step('after forgetting the password', async () => {
    await page.goto('/login');
    await page.getByRole('link', { name: '忘记密码' }).click();
    await expectGood(page);
    await codeBoxAfterAsking(page, person);
    await page.locator('#password').fill(SECOND_PASSWORD);
    await page.locator('#password-confirmation').fill(SECOND_PASSWORD);
    await expectGood(page);
    await page.getByRole('button', { name: '设置新密码' }).click();
    await expect(page.getByText('新密码已设置')).toBeVisible();
    await expectGood(page);
    await logIn(page, { ...person, password: SECOND_PASSWORD });
  });
}

async function codeBoxAfterAsking(page: Page, person: Newcomer): Promise<void> {
  const code = await askForCode(page, person);
  await codeBox(page).fill(code);
}

/** Manual chapter 3: the old password, the new one twice; other devices end and the owner is told. */
async function changePassword(page: Page, browser: Browser, person: Newcomer): Promise<void> {
  const elsewhere = await (await browser.newContext()).newPage();
  await logIn(elsewhere, { ...person, password: SECOND_PASSWORD });
  await logIn(page, { ...person, password: SECOND_PASSWORD });

  await test.step('other devices are listed and signed out', async () => {
    await page.goto('/sessions');
    await expect(page.locator('app-sessions-page li')).not.toHaveCount(1);
    await expectGood(page);
    await page.getByRole('button', { name: '退出其他设备' }).click();
    await expect(page.locator('app-sessions-page li')).toHaveCount(1);
    await expectGood(page);
    await expect(async () => {
      await elsewhere.goto('/inbox');
      await expect(elsewhere).toHaveURL(/\/login/, { timeout: 1000 });
    }).toPass();
    await logIn(elsewhere, { ...person, password: SECOND_PASSWORD });
  });

  await test.step('the password is changed', async () => {
    await page
      .getByRole('navigation', { name: '栏目' })
      .getByRole('link', { name: '修改密码' })
      .click();
    await expectGood(page);
    const fill = async (current: string): Promise<void> => {
      await page.locator('#current-password').fill(current);
      await page.locator('#password').fill(THIRD_PASSWORD);
      await page.locator('#password-confirmation').fill(THIRD_PASSWORD);
      await page.getByRole('button', { name: '修改', exact: true }).click();
    };
    await fill('not-the-password');
    await expect(page.getByRole('alert').filter({ hasText: '旧密码不正确' })).toBeVisible();
    await expectGood(page);
    await fill(SECOND_PASSWORD);
    await expect(page.getByText('密码已修改，其他设备已退出登录')).toBeVisible();
    await expectGood(page);
  });

  await test.step('other devices are signed out, and the owner is told', async () => {
    await expect(async () => {
      await elsewhere.goto('/inbox');
      await expect(elsewhere).toHaveURL(/\/login/, { timeout: 1000 });
    }).toPass();
    await elsewhere.context().close();
    await expect
      .poll(async () => (await messagesOf(page.request, person.phone))[0]?.body)
      .toContain('登录密码已修改');
    await page.goto('/inbox');
    await expect(page.getByText('登录密码已修改').first()).toBeVisible();
  });
}

const changeGroup = async (page: Page, group: string): Promise<void> => {
  await page.goto('/profile');
  await page.getByRole('link', { name: `修改 ${group}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: group })).toBeVisible();
};

const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('已保存。')).toBeVisible();
};

/** Manual chapter 4: everything but document, number and birth date, group by group. */
async function changeProfile(page: Page, person: Newcomer, newPhone: string): Promise<void> {
  await logIn(page, { ...person, password: THIRD_PASSWORD });

  await test.step('name, contact and employer', async () => {
    await page.goto('/profile');
    await expect(page.getByText('证件类型、证件号码和出生日期不能在这里修改')).toBeVisible();
    await expectGood(page);
    await changeGroup(page, '身份信息');
    await expectGood(page);
    await page.getByRole('textbox', { name: '姓名' }).fill(`${person.name}·新`);
    await save(page);
    await openMenu(page);
    await expect(page.getByRole('link', { name: `${person.name}·新` })).toBeVisible();
    await changeGroup(page, '联系方式');
    await page.getByRole('textbox', { name: '邮政编码' }).fill('12');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: '6 位邮政编码' })).toBeFocused();
    await expectGood(page);
    await page.getByRole('textbox', { name: '邮政编码' }).fill('230031');
    await save(page);
    await expect(page.getByText('230031')).toBeVisible();
    await changeGroup(page, '工作单位');
    await expectGood(page);
    await page.getByRole('textbox', { name: '工作单位' }).fill('演示新单位有限公司');
    await save(page);
    await expect(page.getByText('演示新单位有限公司')).toBeVisible();
  });

  await test.step('education, the major found by its old name', async () => {
    await changeGroup(page, '学历和专业');
    await page.getByRole('searchbox').fill('hanjie');
    await page.locator('app-major-search li button').first().click();
    await expectGood(page);
    await page.getByRole('textbox', { name: '从事相关工作年限' }).fill('9');
    await save(page);
  });

  await test.step('the phone, proved by password and code; the old one is told', async () => {
    await changeGroup(page, '手机号码');
    await expectGood(page);
    await page.getByRole('textbox', { name: '新的手机号码' }).fill(newPhone);
    await page.locator('#password').fill(THIRD_PASSWORD);
    await passHumanCheck(page);
    await page.getByRole('button', { name: '发送验证码' }).click();
    await codeBox(page).fill(await nextCode(page.request, newPhone, 0));
    await expectGood(page);
    await page.getByRole('button', { name: '验证', exact: true }).click();
    await expect(page.getByText('手机号码已更换')).toBeVisible();
    await expect
      .poll(async () => (await messagesOf(page.request, person.phone))[0]?.body)
      .toContain('手机号码已更换');
  });
}

/** The three journeys, one after the other with one new account. */
export function accountJourneys(newPhone: () => string): void {
  test.describe.configure({ mode: 'serial' });
  let person: Newcomer;

  test('chapter 2: a candidate logs in by password and by phone, and replaces a forgotten password', async ({
    page,
  }) => {
    person = await register(page);
    await logOut(page);
    await logInEveryWay(page, person);
  });

  test('chapter 3: a candidate signs other devices out and changes the password', async ({
    browser,
    page,
  }) => {
    await changePassword(page, browser, person);
  });

  test('chapter 4: a candidate changes the profile, group by group', async ({ page }) => {
    await changeProfile(page, person, newPhone());
  });
}

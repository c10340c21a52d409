import { expect, type Page } from '@playwright/test';
import { photo } from '../../../tools/tour/papers.ts';
import { inventPerson } from '../../../tools/tour/people.ts';
import { passHumanCheck } from './human-check.ts';
import { messagesOf, nextCode } from './messages.ts';

/** Somebody who is not registered yet. */
export type Newcomer = ReturnType<typeof inventPerson>;

export const EMPLOYER = '演示特种设备检测有限公司';

const goOn = (page: Page): Promise<void> =>
  page.getByRole('button', { name: '继续', exact: true }).click();

/** Step 1: who registers. */
export async function fillIdentity(
  page: Page,
  { idNumber, name }: Pick<Newcomer, 'idNumber' | 'name'>,
): Promise<void> {
  await page.getByRole('textbox', { name: '证件号码' }).fill(idNumber);
  await page.getByRole('textbox', { name: '姓名' }).fill(name);
  await goOn(page);
}

/** Step 2: a phone that receives a code, the password, employer and address. */
export async function fillContact(
  page: Page,
  { phone, password }: Pick<Newcomer, 'phone' | 'password'>,
): Promise<void> {
  const before = await messagesOf(page.request, phone);
  await page.getByRole('textbox', { name: '手机号码' }).fill(phone);
  await passHumanCheck(page);
  await page.locator('app-phone-verification button[type=submit]').click();
  const code = page.locator('#sms-code input');
  await expect(code).toBeVisible();
  await code.fill(await nextCode(page.request, phone, before.length));
  await page.locator('app-phone-verification button[type=submit]').click();
  await page.locator('#password').fill(password);
  await page.locator('#password-confirmation').fill(password);
  await page.getByRole('textbox', { name: '工作单位' }).fill(EMPLOYER);
  await page.getByLabel('单位类型').selectOption({ label: '检测机构' });
  await page.locator('#province').selectOption({ label: '安徽省' });
  await page.locator('#city').selectOption({ label: '合肥市' });
  await page.getByRole('textbox', { name: '通讯地址' }).fill('安徽省合肥市演示路1号');
  await goOn(page);
}

/** Step 3: education; the major is found by its pinyin. */
export async function fillEducation(page: Page): Promise<void> {
  await page.getByLabel('学历').selectOption({ label: '本科' });
  await page.getByLabel('学位').selectOption({ label: '学士' });
  await page.getByRole('textbox', { name: '毕业院校' }).fill('演示理工大学');
  await page.getByRole('textbox', { name: '毕业时间' }).fill('2015年7月1日');
  await page.getByRole('radio', { name: '理工类', exact: true }).check();
  await page.getByRole('searchbox').fill('hanjie');
  await page.locator('app-major-search li button').first().click();
  await expect(page.getByRole('textbox', { name: '所学专业' })).toHaveValue(/焊接/);
  await page.getByLabel('职称').selectOption({ label: '工程师' });
  await page.getByRole('textbox', { name: '从事相关工作年限' }).fill('6');
  await goOn(page);
}

/** Step 4: a picture from the disk, cut to a portrait and sent. */
export async function addPhoto(page: Page): Promise<void> {
  const { name, type, content } = await photo();
  const file = { name, mimeType: type, buffer: Buffer.from(content) };
  await page.locator('#photo-file').setInputFiles(file);
  await page.getByRole('button', { name: '使用这张照片' }).click();
  await expect(page.locator('app-photo-page img.photo')).toBeVisible();
  await goOn(page);
}

/** Step 5: reads, agrees, declares and registers. */
export async function agreeAndRegister(page: Page): Promise<void> {
  await page.locator('#privacy').check();
  await page.locator('#photo-consent').check();
  await page.locator('#truth').check();
  await page.locator('app-check-page button[type=submit]').click();
}

/** Goes through the five steps up to the page where everything is read once more. */
export async function fillRegistration(page: Page, person: Newcomer): Promise<void> {
  await page.goto('/register');
  await fillIdentity(page, person);
  await fillContact(page, person);
  await fillEducation(page);
  await addPhoto(page);
  await page.waitForURL('**/register/check');
}

/** Registers a newly invented person, who is signed in afterwards. */
export async function register(page: Page): Promise<Newcomer> {
  const person = inventPerson();
  await fillRegistration(page, person);
  await agreeAndRegister(page);
  await page.waitForURL('**/register/done');
  return person;
}

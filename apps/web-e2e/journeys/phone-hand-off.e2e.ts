import { expect, type Page, test } from '@playwright/test';
import { inventPerson } from '../../../tools/tour/people.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { paperRow, startApplication } from '../support/application.ts';
import { pdf, png, portrait } from '../support/papers.ts';
import { phone, scanned, tenMinutesLater } from '../support/phone.ts';
import { expectNoSidewaysScroll } from '../support/screens.ts';
import { fillContact, fillEducation, fillIdentity, register } from '../support/registration.ts';

const BUTTON = /^扫码拍照上传/;
const DIPLOMA = '学历证书扫描件';
const RECEIVED_MILLISECONDS = 2000;
const PHONE_PAGE_BYTES = 30_000;

const button = (page: Page) => page.getByRole('button', { name: BUTTON }).first();
const code = (page: Page) => page.getByRole('img', { name: '手机上传页面的二维码' });
const words = (page: Page) => page.locator('kp-phone-upload-panel .words');
const send = (page: Page) => page.getByRole('button', { name: '发送到电脑' });

async function toPhotoStep(page: Page): Promise<{ name: string; idNumber: string }> {
  const person = inventPerson();
  await page.goto('/register');
  await fillIdentity(page, person);
  await fillContact(page, person);
  await fillEducation(page);
  await page.waitForURL('**/register/photo');
  return person;
}

test('a photo goes from the phone to the registration, and every dead end is told in words', async ({
  browser,
  page,
}) => {
  const person = await toPhotoStep(page);

  await test.step('the code opens on hover and by focus, and closes by Escape', async () => {
    await button(page).hover();
    await expect(code(page)).toBeVisible();
    await expect(words(page)).toContainText('等待手机扫码');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.mouse.move(0, 0);
    await expect(code(page)).toBeHidden();
    await page.getByRole('button', { name: '继续', exact: true }).focus();
    await page.keyboard.press('Shift+Tab');
    await expect(button(page)).toBeFocused();
    await expect(code(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await expect(code(page)).toBeVisible();
  });

  const first = await phone(browser);
  const address = await scanned(code(page));

  await test.step('the phone says for whom, in under 30 KB and without a fault', async () => {
    let bytes = 0;
    first.on('response', (response) => {
      void response.body().then(
        (body) => (bytes += body.length),
        () => undefined,
      );
    });
    await first.goto(address);
    await expect(first.getByRole('heading', { level: 1 })).toHaveText('证件照');
    await expect(first.getByText(`${person.name.slice(0, 1)}*`)).toBeVisible();
    await expect(first.getByText(person.idNumber)).toHaveCount(0);
    expect(new URL(first.url()).hash).toBe('');
    await expect(words(page)).toContainText('手机已连接');
    await expectAccessible(first);
    await expectNoSidewaysScroll(first);
    await first.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(first);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(PHONE_PAGE_BYTES);
  });

  await test.step('a second phone is turned away, and the desktop hears of it', async () => {
    const second = await phone(browser);
    await second.goto(address);
    await expect(second.getByRole('heading', { level: 1 })).toHaveText('已被另一台手机使用');
    await expectAccessible(second);
    await expect(words(page)).toContainText('另一台手机也扫描了');
    await second.context().close();
  });

  await test.step('the picture is on the desktop within two seconds', async () => {
    await first.locator('#album').setInputFiles(await portrait());
    await first.getByRole('button', { name: '旋转 90°' }).click();
    for (let turn = 0; turn < 3; turn++) {
      await first.getByRole('button', { name: '旋转 90°' }).click();
    }
    await expectAccessible(first);
    await send(first).click();
    await expect(first.getByRole('heading', { level: 1 })).toHaveText('已发送，请回到电脑');
    await expect(page.locator('kp-photo-cropper')).toBeVisible({ timeout: RECEIVED_MILLISECONDS });
  });

  await test.step('it is cut, confirmed and told with every check', async () => {
    await page.getByRole('button', { name: '使用这张照片' }).click();
    await expect(page.locator('app-photo-page img.photo')).toBeVisible();
    await expect(page.locator('kp-photo-checks li')).toHaveCount(6);
    await expectAccessible(page);
  });

  await test.step('the same link is spent', async () => {
    const late = await phone(browser);
    await late.goto(address);
    await expect(late.getByRole('heading', { level: 1 })).toHaveText('这个二维码已经用过');
    await late.context().close();
  });

  await test.step('a code that ran out says so at both ends and is refreshed', async () => {
    await button(page).click();
    const old = await scanned(code(page));
    await tenMinutesLater();
    await expect(words(page)).toContainText('二维码已过期');
    await first.goto(old);
    await expect(first.getByRole('heading', { level: 1 })).toHaveText('二维码已过期');
    await page.getByRole('button', { name: '刷新二维码' }).click();
    expect(await scanned(code(page))).not.toBe(old);
  });

  await test.step('a cancelled code is dead on the phone', async () => {
    await first.goto(await scanned(code(page)));
    await expect(words(page)).toContainText('手机已连接');
    await page.getByRole('button', { name: '取消上传' }).click();
    await first.locator('#album').setInputFiles(await portrait());
    await send(first).click();
    await expect(first.getByRole('heading', { level: 1 })).toHaveText('上传已取消');
  });
});

test('the profile takes its photo from a phone too, and what looks wrong is explained to staff', async ({
  browser,
  page,
}) => {
  await register(page);
  await page.goto('/profile/photo');
  await button(page).click();
  const camera = await phone(browser);
  await camera.goto(await scanned(code(page)));
  await expect(camera.getByRole('heading', { level: 1 })).toHaveText('证件照');
  await camera.locator('#album').setInputFiles(await png('证件照'));
  await send(camera).click();
  await page.getByRole('button', { name: '使用这张照片' }).click();
  await expect(page.getByText('照片可能不符合要求')).toBeVisible();
  await page.getByRole('textbox', { name: '给审核人员的说明' }).fill('外伤未愈，暂不能重拍');
  await page.getByRole('button', { name: '保存说明' }).click();
  await expect(page.getByText('说明已保存')).toBeVisible();
  await expectAccessible(page);
});

test('a paper is photographed by phone and confirmed at the desktop', async ({ browser, page }) => {
  await register(page);
  await page.goto(`${await startApplication(page, 'RT-I')}/materials`);
  const row = paperRow(page, DIPLOMA);
  await row.getByRole('button', { name: BUTTON }).click();
  const camera = await phone(browser);
  await camera.goto(await scanned(code(page)));
  await expect(camera.getByRole('heading', { level: 1, name: DIPLOMA })).toBeVisible();
  await camera.locator('#album').setInputFiles(await pdf(DIPLOMA));
  await send(camera).click();
  await expect(camera.getByRole('heading', { level: 1 })).toHaveText('已发送，请回到电脑');
  await row.getByRole('button', { name: '使用这个文件' }).click();
  await expect(row.getByText('已上传', { exact: true })).toBeVisible();
});

test('a phone without scripts sends the file by plain forms', async ({ browser, page }) => {
  await toPhotoStep(page);
  await button(page).click();
  const address = await scanned(code(page));
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
  const old = await context.newPage();
  await old.goto(address);
  await old.getByRole('textbox').fill(address);
  await old.getByRole('button', { name: '继续' }).click();
  await expect(old.getByRole('heading', { level: 1 })).toHaveText('证件照');
  await old.locator('#album').setInputFiles(await portrait());
  await send(old).click();
  await expect(old.getByRole('heading', { level: 1 })).toHaveText('已发送，请回到电脑');
  await expect(page.locator('kp-photo-cropper')).toBeVisible();
});

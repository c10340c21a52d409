import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectReadable } from '../support/accessibility.ts';
import { CHANGED } from '../support/standing.ts';
import { demoAccount } from '../support/accounts.ts';
import { start, startApplication } from '../support/application.ts';
import { deleteRequest, logInHolder, requestButton } from '../support/certificate-requests.ts';
import { logIn, logInStaff } from '../support/log-in.ts';
import { register } from '../support/registration.ts';
import { expectNoSidewaysScroll, keepScreen } from '../support/screens.ts';

// No page waits for another: two workers share them.
test.describe.configure({ mode: 'parallel' });

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 740 };

/** Text that only a missing message leaves behind: a key with dots. */
const BARE_KEY =
  /\b(app|public|candidate|staff|authority|ui|failure|field|dict|state|action|slot|section|problem)(\.[A-Za-z][\w-]*)+\b/;

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('mat-progress-bar')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
}

/**
 * What there is to see: words change with the language, colours with the theme, room with the width.
 * The machine checks each language in the width that comes last, and the colours of each theme.
 */
const LOOKS = [
  { language: 'zh', themes: ['light', 'dark'], sizes: [NARROW, WIDE] },
  { language: 'en', themes: ['light'], sizes: [WIDE, NARROW] },
] as const;

/** Looks at a page in both languages, themes and widths, and lets the machine check it. */
async function look(page: Page, name: string, address?: string): Promise<void> {
  await test.step(name, async () => {
    await page.setViewportSize(WIDE);
    if (address !== undefined) await page.goto(address);
    await settled(page);
    for (const { language, themes, sizes } of LOOKS) {
      for (const theme of themes) {
        await page.locator('header select').first().selectOption(theme);
        await expect(page.locator('html')).toHaveClass(
          theme === 'dark' ? /\bdark\b/ : /^(?!.*\bdark\b)/,
        );
        for (const size of sizes) {
          await page.setViewportSize(size);
          if (theme === 'light') await expectNoSidewaysScroll(page);
          await keepScreen(page, name, { language, width: size.width, theme });
        }
        await (theme === 'light' ? expectAccessible(page) : expectReadable(page));
      }
      await page.setViewportSize(WIDE);
      expect
        .soft(await page.locator('body').innerText(), `bare key on ${name}`)
        .not.toMatch(BARE_KEY);
      await page
        .locator('header')
        .getByRole('button', { name: language === 'zh' ? 'English' : '中文' })
        .click();
      await expect(page.locator('html')).toHaveAttribute(
        'lang',
        language === 'zh' ? 'en' : 'zh-CN',
      );
    }
    await page.locator('header select').first().selectOption('light');
  });
}

test('pages for everybody', async ({ page }) => {
  for (const [name, address] of [
    ['home', '/'],
    ['log-in', '/login'],
    ['staff-log-in', '/staff-login'],
    ['verify', '/verify'],
    ['plans', '/plans'],
    ['not-found', '/no-such-page'],
    ['forbidden', '/forbidden'],
    ['unavailable', '/unavailable'],
    ['register-identity', '/register'],
  ] as const) {
    await look(page, name, address);
  }
});

test('pages of a candidate', async ({ page }) => {
  const { login, password } = demoAccount('CANDIDATE');
  await logIn(page, { idNumber: login, password });
  for (const [name, address] of [
    ['me', '/me'],
    ['apply', '/apply'],
    ['apply-levels', '/apply/inspection'],
    ['apply-items', '/apply/testing'],
    ['apply-types', '/apply/testing/MT-II'],
    ['eligibility', '/apply/testing/RT-I/INITIAL'],
    ['eligibility-no', '/apply/testing/RT-III/INITIAL'],
    ['eligibility-renewal', '/apply/testing/MT-II/RENEW_EXAM'],
    ['applications', '/applications'],
    ['certificates', '/certificates'],
    ['inbox', '/inbox'],
    ['profile', '/profile'],
    ['profile-photo', '/profile/photo'],
    ['profile-notices', '/profile/notices'],
  ] as const) {
    await look(page, name, address);
  }
});

/** Parts of an application that only some registration types ask for. */
const ASKED_BY_SOME = [
  { choice: 'testing/PT-II/RENEW_EXEMPT', parts: ['heldItems', 'exemption'] },
  { choice: 'testing/UT-I/INITIAL_RESIT', parts: ['resit', 'plan'] },
  { choice: 'inspection/DT-Y/RENEW_REVIEW', parts: ['inspection', 'plan'] },
  { choice: 'type-test/XS-AQ/RENEW_REVIEW', parts: ['certificate', 'check'] },
] as const;

test('pages of an application', async ({ page }) => {
  await register(page);
  await look(page, 'register-done');
  const address = await startApplication(page, 'RT-I');
  await look(page, 'application', address);
  for (const part of [
    'testing',
    'work',
    'vision',
    'delivery',
    'materials',
    'plan',
    'check',
    'form',
    'delete',
  ]) {
    await look(page, `application-${part}`, `${address}/${part}`);
  }
  for (const { choice, parts } of ASKED_BY_SOME) {
    const renewal = await start(page, choice);
    const [track] = choice.split('/');
    for (const part of parts) await look(page, `${track}-${part}`, `${renewal}/${part}`);
  }
});

test('pages of a request about a certificate', async ({ page }) => {
  await logInHolder(page);
  for (const { button, type, section } of [
    { button: '申请补发', type: 'certificate-reissue', section: 'reissue' },
    { button: '申请信息变更', type: 'certificate-change', section: 'change' },
  ]) {
    await page.goto('/certificates');
    await requestButton(page, button).click();
    await look(page, type);
    await page.getByRole('button', { name: '开始填写' }).click();
    await page.waitForURL(/\/applications\/[0-9a-f-]{36}$/);
    const address = new URL(page.url()).pathname;
    await look(page, `${type}-application`);
    for (const part of [section, 'delivery', 'materials', 'check', 'form']) {
      await look(page, `${type}-${part}`, `${address}/${part}`);
    }
    await deleteRequest(page, address);
  }
});

test('pages of certificates whose standing was changed', async ({ page }) => {
  await logInStaff(page, 'AUTHORITY_APPROVER');
  for (const { state, number } of CHANGED) {
    await page.goto(`/authority/register?number=${number}`);
    await look(page, `authority-register-${state}`);
    await page.getByRole('main').getByRole('link', { name: number }).click();
    await expect(page).toHaveURL(/register\/[0-9a-f-]{36}$/);
    await look(page, `authority-certificate-${state}`);
    const verify = await page.locator('main a[href*="/v/"]').getAttribute('href');
    await look(page, `verify-${state}`, verify ?? '');
  }
});

for (const { role, pages } of [
  { role: 'REVIEWER', pages: ['/staff', '/staff/deleted', '/staff/reviews'] },
  { role: 'PLAN_CLERK', pages: ['/staff/scheduling'] },
  { role: 'RESULT_CLERK', pages: ['/staff/results'] },
  { role: 'FORWARDER', pages: ['/staff/passed', '/staff/forwarding'] },
  { role: 'AUDITOR', pages: ['/staff/register', '/staff/proposals'] },
  { role: 'SYSADMIN', pages: ['/staff/api-clients', '/staff/rules', '/staff/rules/age'] },
  {
    role: 'AUTHORITY_APPROVER',
    pages: ['/authority', '/authority/proposals', '/authority/register', '/authority/batches'],
  },
  { role: 'PRINTER', pages: ['/authority/certificates'] },
]) {
  test(`pages of ${role}`, async ({ page }) => {
    await logInStaff(page, role);
    for (const address of pages) await look(page, address.slice(1).replaceAll('/', '-'), address);
    const detail = page.locator('main').getByRole('link', { name: /\d{4}/ }).first();
    const isList = /reviews|results|batches/.test(pages.at(-1) ?? '');
    if (isList && (await detail.count()) > 0) {
      await detail.click();
      await expect(page).toHaveURL(/[0-9a-f-]{36}$/);
      await look(page, `${role.toLowerCase()}-detail`);
    }
  });
}

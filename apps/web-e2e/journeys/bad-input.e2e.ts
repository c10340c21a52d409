import { expect, type Page, test } from '@playwright/test';
import { inventPerson } from '../../../tools/tour/people.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { fillDelivery } from '../support/answers.ts';
import {
  choosePlan,
  fillAnswersAndPapers,
  paperRow,
  pickFile,
  startApplication,
} from '../support/application.ts';
import { enterCredentials } from '../support/log-in.ts';
import { lockedPdf, renamedProgram, tooLarge, truncatedJpeg } from '../support/papers.ts';
import { whilePlanIs } from '../support/plans.ts';
import { agreeAndRegister, fillRegistration, register } from '../support/registration.ts';

/** How many applications for UT-Ⅰ stand under a tab. */
async function countFiled(page: Page, tab: 'attention' | 'active'): Promise<number> {
  await page.goto(`/applications?tab=${tab}`);
  const cards = page.locator('app-application-card');
  await expect(cards.or(page.getByText('这里没有申请。')).first()).toBeVisible();
  return cards.filter({ hasText: 'UT-Ⅰ' }).count();
}

test('a wrong ID number is refused on its field and nothing typed is lost', async ({ page }) => {
  const { idNumber, name } = inventPerson();
  const wrongLast = `${idNumber.slice(0, 17)}${idNumber.endsWith('1') ? '2' : '1'}`;
  const noSuchDay = '340101199002300009';
  await page.goto('/register');
  const box = page.getByRole('textbox', { name: '证件号码' });
  for (const { typed, words } of [
    { typed: wrongLast, words: '证件号码有误，请对照证件检查每一位，特别是最后一位。' },
    { typed: noSuchDay, words: '证件号码中的出生日期不存在，请检查。' },
  ]) {
    await box.fill(typed);
    await page.getByRole('textbox', { name: '姓名' }).fill(name);
    await page.getByRole('button', { name: '继续', exact: true }).click();
    const summary = page.getByRole('alert').filter({ hasText: '有问题需要修改' });
    await expect(summary.getByRole('link', { name: words })).toBeVisible();
    await expect(summary).toBeFocused();
    await expect(box).toHaveAccessibleDescription(new RegExp(words));
    await expect(box).toHaveValue(typed);
    await expect(page.getByRole('textbox', { name: '姓名' })).toHaveValue(name);
    await expect(page).toHaveTitle(/^错误：/);
    await expectAccessible(page);
  }
  await page.getByRole('link', { name: '证件号码中的出生日期不存在，请检查。' }).click();
  await expect(box).toBeFocused();
});

test('an ID number that has an account leads to log-in with the number filled in', async ({
  browser,
  page,
}) => {
  const known = await register(page);
  const other = await (await browser.newContext()).newPage();
  await fillRegistration(other, { ...inventPerson(), idNumber: known.idNumber });
  await agreeAndRegister(other);
  await expect(other.getByText('此身份证号码已经存在').first()).toBeVisible();
  await expectAccessible(other);
  await other.getByRole('main').getByRole('link', { name: /登录/ }).first().click();
  await expect(other.getByRole('textbox', { name: '证件号码' })).toHaveValue(known.idNumber);
});

test('unsuitable files are refused on their rows', async ({ page }) => {
  await register(page);
  const address = await startApplication(page, 'UT-I');
  await page.goto(`${address}/materials`);
  const paper = '学历证书扫描件';
  for (const { file, words } of [
    { file: await tooLarge(), words: /不能超过 5 MB/ },
    { file: renamedProgram(), words: /不支持这种文件|打不开|必须是/ },
    { file: await truncatedJpeg(), words: /打不开|损坏/ },
    { file: await lockedPdf(), words: /密码/ },
  ]) {
    await pickFile(page, paper, file);
    await expect(paperRow(page, paper)).toContainText(words);
    await expect(paperRow(page, paper)).not.toContainText('已上传');
    await expectAccessible(page);
  }
});

test('a plan that closes or fills up meanwhile is refused, and two clicks file one application', async ({
  page,
}) => {
  await register(page);
  const address = await startApplication(page, 'UT-I');
  await fillAnswersAndPapers(page);

  await test.step('the plan closes while its choice is open', async () => {
    await page.goto(`${address}/plan`);
    const choice = page.locator('app-plan-page label:not(.closed)').first();
    await choice.getByRole('radio').check();
    const planNo = (await choice.locator('.kp-number').first().textContent())?.trim() ?? '';
    await whilePlanIs('CLOSED', planNo, async () => {
      await page.getByRole('button', { name: '保存并继续' }).click();
      await expect(page.getByText('这个考试计划现在不接受报名，请改选其他计划。')).toBeVisible();
      await expectAccessible(page);
    });
  });

  await page.goto(address);
  const planNo = await choosePlan(page);
  await page.getByRole('link', { name: '核对并提交' }).click();
  await page.getByRole('checkbox', { name: /^我承诺/ }).check();

  await test.step('the last seat goes while the answers are checked', async () => {
    await whilePlanIs('FULL', planNo, async () => {
      await page.getByRole('button', { name: '直接申请' }).click();
      const summary = page.getByRole('alert').filter({ hasText: '有问题需要修改' });
      await expect(summary).toContainText('名额已满');
      await summary.getByRole('link').first().click();
      await expect(page.getByRole('link', { name: '修改 考试计划' })).toBeFocused();
      await expectAccessible(page);
    });
    await expect(page.getByRole('checkbox', { name: /^我承诺/ })).toBeChecked();
  });

  await page.getByRole('button', { name: '直接申请' }).dblclick();
  await page.waitForURL('**/submitted');
  // Without its signed form it still waits for the candidate.
  const filed = (await countFiled(page, 'attention')) + (await countFiled(page, 'active'));
  expect(filed).toBe(1);
});

test('what was typed survives an expired session and a newer version in another tab', async ({
  context,
  page,
}) => {
  const person = await register(page);
  const address = await startApplication(page, 'MT-I');
  const remark = '证书请寄到单位，谢谢。';

  await test.step('the session ends while a section is filled in', async () => {
    await fillDelivery(page);
    await page.goto(`${address}/delivery`);
    await expect(page.getByRole('radio', { name: '自取' })).toBeChecked();
    await context.clearCookies();
    await page.route('**/graphql', async (route) => {
      const headers = { ...route.request().headers() };
      if (headers['authorization']) headers['authorization'] = 'Bearer expired';
      await route.continue({ headers });
    });
    await page.getByRole('textbox', { name: '备注' }).fill(remark);
    await page.getByRole('button', { name: '保存并继续' }).click();
    await expect(page.getByRole('dialog', { name: '请重新登录' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: '备注' })).toBeHidden();
    expect(new URL(page.url()).pathname).toBe(`${address}/delivery`);
    await expectAccessible(page);
    await page.unroute('**/graphql');
    await enterCredentials(page, person);
    await expect(page.locator('kp-task-list')).toBeVisible();
    await page.goto(`${address}/delivery`);
    await expect(page.getByRole('textbox', { name: '备注' })).toHaveValue(remark);
  });

  await test.step('another tab saves first', async () => {
    const otherTab = await context.newPage();
    await otherTab.goto(`${address}/delivery`);
    await expect(otherTab.getByRole('textbox', { name: '备注' })).toBeVisible();
    await page.goto(`${address}/delivery`);
    await page.getByRole('textbox', { name: '备注' }).fill('第一个窗口');
    await expect(page.getByText(/已保存 \d/)).toBeVisible();
    await otherTab.getByRole('textbox', { name: '备注' }).fill('第二个窗口');
    await expect(otherTab.getByText('内容刚刚在别处被修改过')).toBeVisible();
    await expectAccessible(otherTab);
    await expect(otherTab.getByRole('textbox', { name: '备注' })).toHaveValue('第二个窗口');
    await otherTab.getByRole('button', { name: '保存我填写的内容' }).click();
    await expect(otherTab.getByText(/已保存 \d/)).toBeVisible();
    await page.reload();
    await expect(page.getByRole('textbox', { name: '备注' })).toHaveValue('第二个窗口');
  });
});

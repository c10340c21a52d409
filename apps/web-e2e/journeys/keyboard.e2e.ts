import { expect, test, type Locator, type Page } from '@playwright/test';
import { inventPerson } from '../../../tools/tour/people.ts';
import { demoAccount } from '../support/accounts.ts';
import { paperRow } from '../support/application.ts';
import { Keys } from '../support/keys.ts';
import { messagesOf, nextCode } from '../support/messages.ts';
import { pdf, png, portrait } from '../support/papers.ts';
import { EMPLOYER, type Newcomer } from '../support/registration.ts';
import { monthsAgo } from '../support/tasks.ts';

/** Opens a page as the one that keys go to; desks of other journeys may still be open beside it. */
async function openInFront(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.bringToFront();
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
}

test('registering and applying need no mouse', async ({ page }) => {
  const keys = new Keys(page);
  const person = inventPerson();
  const box = (name: string): Locator => page.getByRole('textbox', { name, exact: true });
  const main = page.getByRole('main');
  const goOn = main.getByRole('button', { name: '继续', exact: true });

  await test.step('who registers; a mistake leads to its box', async () => {
    await openInFront(page, '/');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: '跳到主要内容' })).toBeFocused();
    await page.keyboard.press('Enter');
    await keys.enter(main.getByRole('link', { name: '用户注册', exact: true }));
    await keys.type(box('证件号码'), person.idNumber);
    await keys.to(box('姓名'));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: '有问题需要修改' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(box('姓名')).toBeFocused();
    await page.keyboard.type(person.name);
    await page.keyboard.press('Enter');
    await expect(page.getByText('第 2 步，共 5 步')).toBeVisible();
  });

  await test.step('phone, password and employer', async () => {
    await tellContact(page, keys, person);
    await keys.enter(goOn);
    await expect(page.getByText('第 3 步，共 5 步')).toBeVisible();
  });

  await test.step('education', async () => {
    await keys.select(page.getByLabel('学历'), '本科');
    await keys.select(page.getByLabel('学位'), '学士');
    await keys.type(box('毕业院校'), '演示理工大学');
    await keys.type(box('毕业时间'), '2015年7月1日');
    await keys.choose(page.getByRole('radio', { name: '理工类', exact: true }));
    await keys.type(page.getByRole('searchbox'), 'hanjie');
    await keys.enter(page.locator('app-major-search li button').first());
    await expect(box('所学专业')).toHaveValue(/焊接/);
    await keys.select(page.getByLabel('职称'), '工程师');
    await keys.type(page.getByRole('textbox', { name: '从事相关工作年限' }), '6');
    await keys.enter(goOn);
    await expect(page.getByText('第 4 步，共 5 步')).toBeVisible();
  });

  await test.step('photo and declaration', async () => {
    await keys.pick(page.locator('#photo-file'), await portrait());
    await keys.enter(page.getByRole('button', { name: '使用这张照片' }));
    await expect(page.locator('app-photo-page img.photo')).toBeVisible();
    await keys.enter(goOn);
    await expect(page.getByText('第 5 步，共 5 步')).toBeVisible();
    for (const id of ['privacy', 'photo-consent', 'truth']) await keys.tick(page.locator(`#${id}`));
    await keys.enter(page.locator('app-check-page button[type=submit]'));
    await page.waitForURL('**/register/done');
  });

  await test.step('the conditions of an item, read before anything is typed', async () => {
    await keys.enter(main.getByRole('link', { name: '选择报名项目' }));
    await keys.enter(main.getByRole('link', { name: '检测人员考试报名' }));
    await keys.enter(main.getByRole('link', { name: /^RT-Ⅰ / }));
    await keys.enter(main.getByRole('link', { name: '取证考试', exact: true }));
    await keys.enter(page.getByRole('button', { name: '开始填写' }));
    await page.waitForURL(/\/applications\/[0-9a-f-]{36}$/);
  });

  await test.step('every part of the application', async () => {
    await fillParts(page, keys);
    await expect(page.getByText('已完成 6 / 7')).toBeVisible();
  });

  await test.step('read once more, declared and sent', async () => {
    await keys.enter(page.locator('kp-task-list').getByRole('link', { name: /^核对并/ }));
    await keys.tick(page.getByRole('checkbox', { name: /^我承诺/ }));
    await keys.enter(page.getByRole('button', { name: '直接申请', exact: true }));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('申请已提交');
  });
});

async function tellContact(page: Page, keys: Keys, person: Newcomer): Promise<void> {
  const send = page.locator('app-phone-verification button[type=submit]');
  const before = await messagesOf(page.request, person.phone);
  await keys.type(page.getByRole('textbox', { name: '手机号码' }), person.phone);
  await keys.passHumanCheck();
  await keys.enter(send);
  const code = page.locator('#sms-code input');
  await expect(code).toBeVisible();
  await keys.type(code, await nextCode(page.request, person.phone, before.length));
  await keys.enter(send);
  await keys.type(page.locator('#password'), person.password);
  await keys.type(page.locator('#password-confirmation'), person.password);
  await keys.type(page.getByRole('textbox', { name: '工作单位' }), EMPLOYER);
  await keys.select(page.getByLabel('单位类型'), '检测机构');
  await keys.select(page.locator('#province'), '安徽省');
  await keys.select(page.locator('#city'), '合肥市');
  await keys.type(page.getByRole('textbox', { name: '通讯地址' }), '安徽省合肥市演示路1号');
}

async function fillParts(page: Page, keys: Keys): Promise<void> {
  const tasks = page.locator('kp-task-list');
  const open = async (title: string): Promise<void> => {
    await keys.enter(tasks.getByRole('link', { name: title, exact: true }));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      title === '材料' ? '上传材料' : title === '考试计划' ? '选择考试计划' : title,
    );
  };
  const save = async (): Promise<void> => {
    await keys.enter(page.getByRole('button', { name: '保存并继续' }));
    await expect(tasks).toBeVisible();
  };
  const radio = (name: string): Locator => page.getByRole('radio', { name, exact: true });

  await open('检测性质');
  await keys.choose(radio('定期检验配套检测'));
  await save();
  await open('工作经历');
  await keys.type(page.getByRole('textbox', { name: '从事相关工作年限' }), '6');
  await keys.type(page.getByRole('textbox', { name: '开始时间' }), '2020-01-06');
  await keys.type(page.getByRole('textbox', { name: '单位' }), EMPLOYER);
  await keys.select(page.getByLabel('工作性质'), '无损检测');
  await save();
  await open('视力');
  await keys.select(page.getByLabel('左眼近视力（矫正后）'), '5.0（1.0）');
  await keys.select(page.getByLabel('右眼近视力（矫正后）'), '5.0（1.0）');
  await keys.choose(radio('正常'));
  await keys.type(page.getByRole('textbox', { name: '视力检查日期' }), monthsAgo(1));
  await save();
  await open('证书领取和备注');
  await keys.choose(radio('自取'));
  await save();
  await open('材料');
  for (const [name, file] of [
    ['身份证件扫描件', await png('身份证件')],
    ['学历证书扫描件', await pdf('学历证书')],
    ['工作经历证明', await pdf('工作经历证明')],
    ['视力（辨色力）证明', await pdf('视力证明')],
  ] as const) {
    const row = paperRow(page, name);
    await keys.pick(row.getByRole('button', { name: '选择文件' }), file);
    await expect(row.getByText('已上传')).toBeVisible();
  }
  await keys.enter(page.getByRole('link', { name: '保存并继续' }));
  await open('考试计划');
  await keys.choose(page.locator('app-plan-page label:not(.closed)').first().getByRole('radio'));
  await save();
}

test('logging in needs no mouse', async ({ page }) => {
  const keys = new Keys(page);
  const { login, password, displayName } = demoAccount('CANDIDATE');
  await openInFront(page, '/login');
  await keys.type(page.getByRole('textbox', { name: '证件号码', exact: true }), login);
  await keys.type(page.getByRole('textbox', { name: '密码', exact: true }), password);
  await keys.passHumanCheck();
  await keys.enter(page.getByRole('button', { name: '登录', exact: true }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${displayName}，您好`);
});

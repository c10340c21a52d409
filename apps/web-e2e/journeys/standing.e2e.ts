import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.ts';
import { logInStaff } from '../support/log-in.ts';
import { approveStanding, openInRegister, proposeStanding, REASON } from '../support/standing.ts';

/** In force, of the demonstration's province; no other journey is about it. */
const NUMBER = 'YS-TE-0037-1';

test('a certificate is revoked by two officers, and the public page says so', async ({
  browser,
  page: officer,
}) => {
  await logInStaff(officer, 'AUTHORITY_REVIEWER', 'P34');
  await openInRegister(officer, NUMBER);
  const verify =
    (await officer.getByRole('link', { name: '公开核验页面' }).getAttribute('href')) ?? '';
  await officer.goto(verify);
  await expect(officer.getByText('有效', { exact: true })).toBeVisible();
  await openInRegister(officer, NUMBER);
  await proposeStanding(officer, { action: '撤销', reason: REASON }, expectAccessible);
  await expect(officer.getByRole('button', { name: `撤回提请 ${NUMBER}` })).toBeVisible();
  await expect(officer.getByRole('button', { name: '同意撤销' })).toHaveCount(0);

  const other = await browser.newContext();
  const approver = await other.newPage();
  await logInStaff(approver, 'AUTHORITY_APPROVER', 'P34');
  await approveStanding(approver, NUMBER, '撤销');
  await expectAccessible(approver);
  await openInRegister(approver, NUMBER);
  await expect(approver.locator('kp-status-chip').first()).toHaveText('已撤销');
  await expect(approver.getByText(`理由：${REASON}`)).toBeVisible();
  await expectAccessible(approver);
  await other.close();

  const anybody = await (await browser.newContext()).newPage();
  await anybody.goto(verify);
  await expect(anybody.getByText('已撤销').first()).toBeVisible();
  await expect(anybody.getByText(REASON)).toHaveCount(0);
  await expectAccessible(anybody);
  await anybody.context().close();
});

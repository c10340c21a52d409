import { expect, type Page } from '@playwright/test';

/** Certificates of the demonstration by what was decided, or is proposed, about them. */
export const CHANGED = [
  { state: 'suspended', number: 'YS-TE-0035-2' },
  { state: 'revoked', number: 'YS-TE-0031-1' },
  { state: 'proposed', number: 'YS-TE-0032-1' },
] as const;

export const REASON = '演示理由：经核实，取证时提交的材料不真实。';

/** Looks a certificate up in the register by its number and opens it. */
export async function openInRegister(page: Page, number: string): Promise<void> {
  await page.goto('/authority/register');
  await page.getByLabel('证书编号').fill(number);
  await page.getByRole('button', { name: '查找' }).click();
  await page.getByRole('link', { name: number }).click();
  await expect(page.getByRole('heading', { level: 1, name: `证书 ${number}` })).toBeVisible();
}

/** Proposes an action with a reason, the consequences confirmed. `check` looks at each page on the way. */
export async function proposeStanding(
  page: Page,
  {
    action,
    reason,
  }: { readonly action: '暂停' | '恢复' | '撤销' | '注销'; readonly reason: string },
  check: (page: Page) => Promise<void>,
): Promise<void> {
  const main = page.getByRole('main');
  await main.getByRole('button', { name: `提请${action}` }).click();
  await expect(page.getByLabel(`${action}的理由`)).toBeFocused();
  await page.getByLabel(`${action}的理由`).fill(reason);
  await check(page);
  await main
    .locator('form')
    .getByRole('button', { name: `提请${action}` })
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('另一名审批人员同意之后：')).toBeVisible();
  await check(page);
  await dialog.getByRole('button', { name: `提请${action}` }).click();
  await expect(page.getByRole('status').filter({ hasText: '已提请' })).toBeVisible();
}

/** Approves what waits for a certificate, the consequences confirmed. */
export async function approveStanding(
  page: Page,
  number: string,
  action: '暂停' | '恢复' | '撤销' | '注销',
): Promise<void> {
  await page.goto('/authority/proposals');
  await page.getByRole('button', { name: `同意${action} ${number}` }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `同意${action}` })
    .click();
  await expect(
    page.getByRole('status').filter({ hasText: `证书 ${number} 的状态已变更` }),
  ).toBeVisible();
}

import { expect, type Page } from '@playwright/test';

/** Opens a waiting case from the queue and starts its review. */
export async function openReview(page: Page, number: string): Promise<void> {
  await page.goto(`/staff/reviews?number=${number}`);
  await page.getByRole('link', { name: number }).click();
  await page.getByRole('button', { name: '开始审核' }).click();
  await expect(page.getByRole('button', { name: '其余全部合格' })).toBeVisible();
}

/** Sends one file back with a ready-made reason and a note, everything else is right. */
export async function returnFile(
  page: Page,
  paper: string,
  { reason, note }: { readonly reason: string; readonly note: string },
): Promise<void> {
  const verdict = page.getByRole('group', { name: `${paper} 的结论` });
  await verdict.getByRole('radio', { name: '退回' }).check();
  await verdict.getByLabel('退回原因').selectOption({ label: reason });
  await verdict.getByLabel('说明').fill(note);
  await page.getByRole('button', { name: '其余全部合格' }).click();
  await page.getByRole('button', { name: '退回补正' }).click();
  await expect(page.locator('kp-status-chip').first()).toHaveText('审核退回');
}

/** Says that everything is right and accepts. */
export async function accept(page: Page): Promise<void> {
  await page.getByRole('button', { name: '其余全部合格' }).click();
  await page.getByRole('button', { name: '审核通过' }).click();
  await expect(page.locator('kp-status-chip').first()).toHaveText('资格审核通过');
}

/** Does the one action that a list of cases offers, for one case, with the reason where it is asked for. */
export async function actInList(
  page: Page,
  {
    address,
    action,
    number,
    reason,
  }: { address: string; action: string; number: string; reason?: string },
): Promise<void> {
  await page.goto(address);
  if (reason !== undefined) {
    await page.getByRole('textbox', { name: `${number} 理由` }).fill(reason);
  }
  const button = page.getByRole('button', { name: `${action} ${number}` });
  await button.click();
  await expect(button).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: number })).toBeVisible();
}

/** Opens a plan's result sheet and finds a candidate's row. */
export async function resultRow(page: Page, planNo: string, number: string) {
  await page.goto('/staff/results');
  await page.getByRole('link', { name: planNo }).click();
  return page.locator('app-result-sheet-page li').filter({ hasText: number });
}

export async function enterMarks(page: Page, planNo: string, number: string): Promise<void> {
  const row = await resultRow(page, planNo, number);
  const scores = row.getByRole('textbox', { name: /成绩$/ });
  await expect(scores.first()).toBeVisible();
  for (const score of await scores.all()) await score.fill('86.5');
  await row.getByRole('button', { name: '录入成绩' }).click();
  await expect(row.getByText('录入人：')).toBeVisible();
}

export async function publishMarks(page: Page, planNo: string, number: string): Promise<void> {
  const row = await resultRow(page, planNo, number);
  await row.getByRole('button', { name: '发布成绩' }).click();
  await expect(row.locator('kp-status-chip')).toHaveText('成绩合格');
}

/** Hands one case to the issuing authority. @returns the batch's number. */
export async function forward(page: Page, number: string): Promise<string> {
  await page.goto('/staff/forwarding');
  await page.getByRole('checkbox', { name: number }).check();
  await page.getByRole('button', { name: '上报所选 1 件' }).click();
  const told = page.getByText('已上报，批次号');
  await expect(told).toBeVisible();
  return (await told.textContent())?.replace('已上报，批次号', '').trim() ?? '';
}

/** The authority sends one person of a batch back to the institution, with a reason. */
export async function sendBack(
  page: Page,
  batch: string,
  { name, reason }: { readonly name: string; readonly reason: string },
): Promise<void> {
  await page.goto('/authority/batches');
  await page.getByRole('link', { name: batch }).click();
  await page.getByRole('button', { name: `退回 ${name}` }).click();
  const line = page.locator('app-batch-page li').filter({ hasText: name });
  await line.getByLabel('理由').fill(reason);
  await line.getByRole('button', { name: '退回', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: `已退回 ${name}` })).toBeVisible();
}

/** Approves one person of a batch. @returns the certificate's number. */
export async function approve(page: Page, batch: string, name: string): Promise<string> {
  await page.goto('/authority/batches');
  await page.getByRole('link', { name: batch }).click();
  await page.getByRole('button', { name: `批准 ${name}` }).click();
  const line = page.locator('app-batch-page li').filter({ hasText: name });
  await expect(line.getByText('已批准')).toBeVisible();
  const certificate = line.locator('p').filter({ hasText: '证书编号' }).locator('.kp-number');
  return (await certificate.textContent())?.trim() ?? '';
}

/** Marks a certificate as printed and as handed over. */
export async function printAndDeliver(page: Page, certificate: string): Promise<void> {
  for (const { address, action } of [
    { address: '/authority/certificates', action: '标记已制证' },
    { address: '/authority/certificates?step=MARK_DELIVERED', action: '标记已发放' },
  ]) {
    await page.goto(address);
    const button = page.getByRole('button', { name: `${action} ${certificate}` });
    await button.click();
    await expect(button).toBeHidden();
  }
}

import { type Browser, expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.ts';
import { applyFor, withdraw } from '../support/filing.ts';
import { FILINGS } from '../support/filings.ts';
import { logInStaff } from '../support/log-in.ts';
import { accept, openReview } from '../support/staff.ts';

for (const filing of FILINGS) {
  test(`${filing.name}: from the menu to the signed form`, async ({ browser, page }) => {
    const number = await applyFor(page, filing);
    if (filing.onTheDesk !== undefined) await review(browser, number, filing.onTheDesk);
    await withdraw(page);
  });
}

async function review(browser: Browser, number: string, said: readonly string[]): Promise<void> {
  const desk = await (await browser.newContext()).newPage();
  await logInStaff(desk, 'REVIEWER');
  await openReview(desk, number);
  for (const words of said) await expect(desk.getByText(words).first()).toBeVisible();
  await expectAccessible(desk);
  await accept(desk);
}

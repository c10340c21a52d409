import { test } from '@playwright/test';
import { applyFor, withdraw } from '../support/filing.ts';
import { FILINGS } from '../support/filings.ts';

for (const filing of FILINGS) {
  test(`${filing.name}, on a phone`, async ({ page }) => {
    await applyFor(page, filing);
    await withdraw(page);
  });
}

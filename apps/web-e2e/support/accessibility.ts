import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const BEST_PRACTICE = ['region', 'landmark-one-main', 'page-has-heading-one', 'heading-order'];

/** All that another theme can do wrong. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** No fault that a machine can find, in the page as it stands (WCAG 2.2 AA, landmarks and headings). */
export async function expectAccessible(page: Page): Promise<void> {
  const rules = Object.fromEntries(BEST_PRACTICE.map((rule) => [rule, { enabled: true }]));
  await expectNoFaults(page, new AxeBuilder({ page }).options({ rules }).withTags(STANDARDS));
}

/** The same of the colours only, for a page that was checked in another theme. */
export async function expectReadable(page: Page): Promise<void> {
  await expectNoFaults(page, new AxeBuilder({ page }).withRules(COLOURS));
}

async function expectNoFaults(page: Page, axe: AxeBuilder): Promise<void> {
  // By its tag: while a dialog stands before it, the page is hidden from assistive technology.
  await expect(page.locator('h1').filter({ visible: true }).first()).toBeVisible();
  await expect(page.locator('mat-progress-bar')).toHaveCount(0);
  await stillness(page);
  const { violations } = await axe.analyze();
  const faults = violations.map(({ id, nodes }) => ({
    rule: id,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`),
  }));
  expect.soft(faults, `axe on ${page.url()}`).toEqual([]);
}

/** Colours half way through a fade are nobody's to read. */
async function stillness(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
}

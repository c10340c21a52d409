import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** One rule that a page breaks, and the elements that break it. */
export interface Fault {
  readonly rule: string;
  readonly where: readonly string[];
}

/** WCAG 2.2 AA, and landmarks and headings, which it leaves to good practice. */
const ALL: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  rules: {
    region: { enabled: true },
    'landmark-one-main': { enabled: true },
    'page-has-heading-one': { enabled: true },
    'heading-order': { enabled: true },
  },
};

/** All that another theme can do wrong. */
const COLOURS: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

/** No fault that a machine can find, in the page as it stands. */
export const expectAccessible = (page: Page): Promise<void> => expectNoFaults(page, ALL);

/** The same of the colours only, for a page that was checked in another theme. */
export const expectReadable = (page: Page): Promise<void> => expectNoFaults(page, COLOURS);

async function expectNoFaults(page: Page, options: RunOptions): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('mat-progress-bar')).toHaveCount(0);
  await endFades(page);
  expect.soft(await faultsOf(page, options), `axe on ${page.url()}`).toEqual([]);
}

/**
 * What axe finds in the page itself; our pages have no frames. Asked once for each document to read
 * axe, and only for faults: its own adapter reads it three times and has a second page sum up.
 */
export async function faultsOf(page: Page, options: RunOptions = ALL): Promise<Fault[]> {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axe.source);
  return page.evaluate(async (choice) => {
    if (!window.axe) throw new Error('axe was not read');
    const { violations } = await window.axe.run(document, {
      ...choice,
      resultTypes: ['violations'],
    });
    return violations.map(({ id, nodes }) => ({
      rule: id,
      where: nodes.map(
        ({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`,
      ),
    }));
  }, options);
}

/**
 * Colours half way through a fade are nobody's to read. Ended, not waited for: a browser without a
 * screen may leave out frames for as long as nothing asks for one.
 */
const endFades = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    }
  });

import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

/** How a page is looked at. */
export interface Look {
  readonly language: 'zh' | 'en';
  readonly width: number;
  readonly theme: 'light' | 'dark';
}

const FOLDER = join(import.meta.dirname, '../../../test-results/screens');

/**
 * Keeps a picture of the whole page for human eyes, when somebody asked for them: `KAOPU_SCREENS=1`.
 * Pictures nobody looks at would cost every run minutes.
 */
export async function keepScreen(
  page: Page,
  name: string,
  { language, width, theme }: Look,
): Promise<void> {
  if (!process.env['KAOPU_SCREENS']) return;
  const path = join(FOLDER, `${name}-${language}-${width}-${theme}.png`);
  await page.screenshot({ path, fullPage: true, animations: 'disabled' });
}

/** Nobody has to scroll sideways to read the page (WCAG 1.4.10). */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
      .map((one) => `${one.tagName.toLowerCase()}.${one.className} ${one.textContent.slice(0, 40)}`)
      .slice(-5);
  });
  expect(overflow, `wider than the screen: ${page.url()}`).toEqual([]);
}

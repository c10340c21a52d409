import { expect, test } from '@playwright/test';
import { faultsOf } from '../support/accessibility.ts';

test('a page with faults is found out (control)', async ({ page }) => {
  await page.setContent(
    `<html lang="zh-CN"><head><title>演示</title></head><body>
       <main><h2>演示</h2><h4 style="color: #bbb">演示</h4><input><img src="data:,"></main><p>演示</p>
     </body></html>`,
  );
  const found = (await faultsOf(page)).map(({ rule }) => rule);
  expect(found.toSorted()).toEqual([
    'color-contrast',
    'heading-order',
    'image-alt',
    'label',
    'page-has-heading-one',
    'region',
  ]);
});

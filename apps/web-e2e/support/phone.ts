import { type Browser, devices, expect, type Locator, type Page } from '@playwright/test';
import { createConnection } from 'mysql2/promise';
import { codesIn } from './papers.ts';
import { ownSystem } from './system.ts';

/** A phone of its own: nothing is shared with the desktop but the server. */
export async function phone(browser: Browser, language = 'zh-CN'): Promise<Page> {
  const context = await browser.newContext({ ...devices['Pixel 7'], locale: language });
  return context.newPage();
}

/** The address in the QR code, read from a picture of the screen as a camera would. */
export async function scanned(code: Locator): Promise<string> {
  await expect(code).toBeVisible();
  const [text] = await codesIn(await code.screenshot());
  if (text === undefined) throw new Error('No QR code can be read from the screen.');
  return text;
}

/** Lets every code that is open run out, as ten minutes would. */
export async function tenMinutesLater(): Promise<void> {
  const connection = await createConnection(ownSystem()?.database ?? '');
  await connection.query(
    "UPDATE upload_session SET expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE state IN ('WAITING','CONNECTED')",
  );
  await connection.end();
}

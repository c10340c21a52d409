import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OwnDatabase } from './own-database.js';

/** Uses TEST_DATABASE_URL, or starts a private MariaDB for this run; files of the tests go with the run. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'kaopu-int-'));
  process.env['TMPDIR'] = folder;
  const database = process.env['TEST_DATABASE_URL'] ? null : await OwnDatabase.start();
  if (database) process.env['TEST_DATABASE_URL'] = database.url;
  return async () => {
    await database?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

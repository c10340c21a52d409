import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface StartedDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

/** Uses TEST_DATABASE_URL, or starts a private MariaDB for this run. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['TEST_DATABASE_URL']) return undefined;
  const bootstrap = new URL('../../../../tools/bootstrap/database.mjs', import.meta.url).href;
  const { startDatabase } = (await import(bootstrap)) as {
    startDatabase(options: { dataDir: string; isThrowaway: boolean }): Promise<StartedDatabase>;
  };
  const dataDir = mkdtempSync(join(tmpdir(), 'kaopu-test-'));
  const database = await startDatabase({ dataDir, isThrowaway: true });
  process.env['TEST_DATABASE_URL'] = database.url;
  return async () => {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

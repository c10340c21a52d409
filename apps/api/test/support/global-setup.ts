import { OwnDatabase } from './own-database.js';

/** Uses TEST_DATABASE_URL, or starts a private MariaDB for this run. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['TEST_DATABASE_URL']) return undefined;
  const database = await OwnDatabase.start();
  process.env['TEST_DATABASE_URL'] = database.url;
  return () => database.stop();
}

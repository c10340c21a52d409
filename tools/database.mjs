/**
 * The private database for developers.
 *
 *   node tools/database.mjs start   starts it and leaves it running
 *   node tools/database.mjs url     prints its address (holds the password), nothing else
 *   node tools/database.mjs stop
 *
 * DATA_DIR chooses the folder, `.data` by default. Tests import `startDatabase` from here.
 */
import { fileURLToPath } from 'node:url';
import { realpathSync } from 'node:fs';
import { databaseUrl, startDatabase, stopDatabase } from './bootstrap/database.mjs';
import { main } from './bootstrap/lifecycle.mjs';
import { ensurePackages } from './bootstrap/packages.mjs';
import { dataFolder } from './bootstrap/places.mjs';
import { Obstacle, say } from './bootstrap/say.mjs';

export { startDatabase, stopDatabase };

async function command() {
  const dataDir = dataFolder();
  switch (process.argv[2]) {
    case 'start':
      await ensurePackages();
      await startDatabase({ dataDir });
      return 0;
    case 'stop':
      await stopDatabase({ dataDir });
      return 0;
    case 'url': {
      const url = await databaseUrl({ dataDir });
      if (url === undefined) {
        throw new Obstacle('The private database is not running: node tools/database.mjs start');
      }
      say(url);
      return 0;
    }
    default:
      throw new Obstacle('Say what to do: node tools/database.mjs start | url | stop');
  }
}

if (realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url)) {
  await main(command);
}

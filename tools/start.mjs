/**
 * `npm start`: everything from a bare clone to a running demonstration. What is already there and
 * unchanged is skipped.
 *
 *   PORT=3000       port of the web app and the API
 *   DATA_DIR=.data  folder for everything a run creates
 *   DATABASE_URL    a MariaDB of your own instead of a private one
 */
import { join } from 'node:path';
import { ensureBuilt, webFolder } from './bootstrap/build.mjs';
import { inspectDatabase } from './bootstrap/database-connect.mjs';
import { parseDatabaseUrl, shownAddress } from './bootstrap/database-url.mjs';
import { openDatabase } from './bootstrap/database.mjs';
import { fingerprint, fingerprintOf, stamps } from './bootstrap/fingerprint.mjs';
import { atEnd, main } from './bootstrap/lifecycle.mjs';
import { assertScriptNode, pinnedNode } from './bootstrap/node24.mjs';
import { ensurePackages } from './bootstrap/packages.mjs';
import { dataFolder, ensureFolder, root } from './bootstrap/places.mjs';
import { assertPortFree, readPort } from './bootstrap/ports.mjs';
import { say, seconds, step } from './bootstrap/say.mjs';
import { ensureSecrets } from './bootstrap/secrets.mjs';
import { runCommand, startApi } from './bootstrap/serve.mjs';
import { demoAccounts, welcome } from './bootstrap/welcome.mjs';

let running = false;

await main(start, { stopIsSuccess: () => running });

async function start() {
  const began = Date.now();
  assertScriptNode();
  const port = readPort(process.env.PORT);
  if (process.env.DATABASE_URL) {
    parseDatabaseUrl(process.env.DATABASE_URL);
  }
  await assertPortFree(port);
  const dataDir = ensureFolder(dataFolder());

  await ensurePackages();
  const node = await pinnedNode();
  const databaseUrl = await openDatabase(dataDir);
  const address = parseDatabaseUrl(databaseUrl);
  const { empty } = await inspectDatabase(address);
  await ensureBuilt('api');
  await ensureBuilt('web');

  const env = {
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    KAOPU_SECRETS_FILE: ensureSecrets(dataDir),
    KAOPU_WEB_DIR: webFolder(),
    KAOPU_DEMO: '1',
  };
  await step('Bringing the database tables up to date', (report) =>
    runCommand(node, 'migrate', env, report),
  );
  // The port of the private database may change from run to run; its folder does not.
  const identity = process.env.DATABASE_URL ? shownAddress(address) : 'private';
  await seedOnce(node, env, { dataDir, identity, empty });
  await assertPortFree(port);
  const api = await step('Starting the API', () => startApi(node, env, { port, dataDir }));
  atEnd(api.stop);
  running = true;
  const accounts = demoAccounts();
  say(welcome({ port, seconds: seconds(Date.now() - began), log: api.log, accounts }));
  return ended(api);
}

/**
 * Fills in the demonstration data unless the same seed has already run against this database.
 *
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @param {{ dataDir: string, identity: string, empty: boolean }} database
 */
async function seedOnce(node, env, { dataDir, identity, empty }) {
  const stamp = stamps(join(dataDir, 'seed.stamp'));
  const content = fingerprint(root, ['dist/api', 'tools/reference-data', 'package-lock.json']);
  if (!empty && stamp.matches(fingerprintOf(identity), content)) {
    say('• Demonstration data is there.');
    return;
  }
  await step('Filling in demonstration data', (report) => runCommand(node, 'seed', env, report));
  stamp.set(fingerprintOf(identity), content);
}

/** @param {{ ended: Promise<number>, log: string }} api */
async function ended({ ended: exit, log }) {
  const code = await exit;
  say(code === 0 ? 'Stopped.' : `The API has ended with code ${code}. Its log is ${log}.`);
  return code;
}

/**
 * `npm test`: everything that must hold, from a bare clone, stopping at the first step that fails.
 * The last line is `N passed, N failed`.
 *
 *   npm test -- --only=unit,lint   only these steps
 *   DATABASE_URL                   a MariaDB of your own; tests create databases beside the named one
 *   DATA_DIR                       where the temporary folder is made, the system's by default
 *   KAOPU_CHROMIUM                 the browser to use
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markBuilt, sourcesPrint } from './bootstrap/build.mjs';
import { inspectDatabase } from './bootstrap/database-connect.mjs';
import { parseDatabaseUrl } from './bootstrap/database-url.mjs';
import { openDatabase } from './bootstrap/database.mjs';
import { atEnd, main } from './bootstrap/lifecycle.mjs';
import { assertScriptNode, pinnedNode } from './bootstrap/node24.mjs';
import { ensurePackages } from './bootstrap/packages.mjs';
import { dataFolder, ensureFolder } from './bootstrap/places.mjs';
import { freePort } from './bootstrap/ports.mjs';
import { countReports, summary } from './bootstrap/reports.mjs';
import { run } from './bootstrap/run.mjs';
import { explain, say, seconds } from './bootstrap/say.mjs';
import { ensureSecrets } from './bootstrap/secrets.mjs';
import { ensureTestPrograms, findChromium } from './bootstrap/test-programs.mjs';
import { chooseSteps } from './bootstrap/test-steps.mjs';

await main(async () => {
  const began = Date.now();
  assertScriptNode();
  const steps = chooseSteps(process.argv.slice(2));
  const parent = process.env.DATA_DIR ? ensureFolder(dataFolder()) : tmpdir();
  const folder = mkdtempSync(join(parent, 'kaopu-test-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const reports = ensureFolder(join(folder, 'reports'));
  let failed = true;
  try {
    const env = await prepare(steps, folder);
    failed = !(await runSteps(steps, { ...env, KAOPU_REPORTS: reports }, reports));
  } catch (error) {
    explain(error);
  }
  const count = countReports(reports);
  say(`\nTested in ${seconds(Date.now() - began)}.`);
  say(summary(count, failed));
  return failed || count.failed > 0 ? 1 : 0;
});

/**
 * Brings up what the steps need.
 *
 * @param {readonly import('./bootstrap/test-steps.mjs').TestStep[]} steps
 * @param {string} folder
 * @returns {Promise<NodeJS.ProcessEnv>} what the steps are told
 */
async function prepare(steps, folder) {
  await ensurePackages();
  await pinnedNode();
  const paper = steps.some((step) => step.paper);
  const browser = steps.some((step) => step.browser);
  await ensureTestPrograms([
    ...(browser ? /** @type {const} */ (['chromium']) : []),
    ...(paper ? /** @type {const} */ (['fonts', 'poppler']) : []),
  ]);
  const dataDir = ensureFolder(join(folder, 'data'));
  return {
    DATA_DIR: dataDir,
    KAOPU_SECRETS_FILE: ensureSecrets(dataDir),
    ...(browser ? { PORT: String(await freePort()), KAOPU_CHROMIUM: await findChromium() } : {}),
    ...(steps.some((step) => step.database) ? await database(dataDir) : {}),
  };
}

/** @param {string} dataDir */
async function database(dataDir) {
  const url = await openDatabase(dataDir, { isThrowaway: true });
  await inspectDatabase(parseDatabaseUrl(url));
  return { TEST_DATABASE_URL: url };
}

/**
 * @param {readonly import('./bootstrap/test-steps.mjs').TestStep[]} steps
 * @param {NodeJS.ProcessEnv} env
 * @param {string} reports folder
 * @returns {Promise<boolean>} whether all went well; after the first failure nothing else runs
 */
async function runSteps(steps, env, reports) {
  for (const { name, script, timeoutMs, report, builds } of steps) {
    const began = Date.now();
    const file = join(reports, `${name}.json`);
    const reporting = report?.(file);
    const print = builds === undefined ? '' : sourcesPrint(builds);
    say(`\n▶ npm run ${script}`);
    const result = await run('npm', ['run', '--silent', script, '--', ...(reporting?.args ?? [])], {
      env: { ...env, ...reporting?.env },
      timeoutMs,
      aloud: true,
    });
    const took = seconds(Date.now() - began);
    if (result.code !== 0) {
      say(`✗ ${script} ${result.timedOut ? 'was stopped: it took too long' : 'failed'} (${took})`);
      return false;
    }
    if (reporting !== undefined && !existsSync(file)) {
      say(`✗ ${script} left no report, so its tests cannot be counted.`);
      return false;
    }
    if (builds !== undefined) {
      markBuilt(builds, print);
    }
    say(`✓ ${script} (${took})`);
  }
  return true;
}

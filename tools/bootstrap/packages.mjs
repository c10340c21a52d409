/** The npm packages, installed from the lock file only when they differ from it. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fingerprintOf } from './fingerprint.mjs';
import { root } from './places.mjs';
import { run } from './run.mjs';
import { Obstacle, say, step } from './say.mjs';

const INSTALL_TIMEOUT_MS = 20 * 60_000;

/**
 * Installs the packages with `npm ci` when node_modules is missing or does not fit
 * package-lock.json, and makes git use the hooks of this checkout.
 *
 * @throws {Obstacle} when npm fails
 */
export async function ensurePackages() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = join(root, 'node_modules/.kaopu-lock-hash');
  const hash = fingerprintOf(lock);
  if (readIfThere(stamp) === hash) {
    say('• Packages are up to date.');
    return;
  }
  if (installedFits(lock, readIfThere(join(root, 'node_modules/.package-lock.json')))) {
    say('• Packages are up to date.');
  } else {
    await step('Installing packages with npm ci (about a minute, 900 MB)', install);
  }
  writeFileSync(stamp, hash);
  await useGitHooks();
}

/** @param {(line: string) => void} report */
async function install(report) {
  const total = directlyInside(
    Object.keys(packagesOf(readFileSync(join(root, 'package-lock.json'), 'utf8'))),
  );
  // npm tells nothing itself while its output is not a terminal.
  const timer = setInterval(() => report(`${unpackedNow()} of about ${total} packages`), 5_000);
  try {
    await runNpmCi(report);
  } finally {
    clearInterval(timer);
  }
}

/**
 * @param {readonly string[]} paths of a lock file
 * @returns {number} of them that lie directly in node_modules
 */
function directlyInside(paths) {
  return paths.filter((path) => path.lastIndexOf('node_modules/') === 0).length;
}

/** npm makes all folders first; a package has arrived when its package.json has. */
function unpackedNow() {
  const folder = join(root, 'node_modules');
  const foldersIn = (/** @type {string} */ path) =>
    existsSync(path) ? readdirSync(path).map((name) => join(path, name)) : [];
  return foldersIn(folder)
    .flatMap((path) => (basename(path).startsWith('@') ? foldersIn(path) : [path]))
    .filter((path) => existsSync(join(path, 'package.json'))).length;
}

/** @param {(line: string) => void} report */
async function runNpmCi(report) {
  const args = ['ci', '--no-progress', '--no-audit', '--no-fund'];
  const npmScript = process.env.npm_execpath;
  const viaNode = npmScript !== undefined && /npm-cli\.[cm]?js$/.test(npmScript);
  const result = await run(
    viaNode ? process.execPath : 'npm',
    viaNode ? [npmScript, ...args] : args,
    { timeoutMs: INSTALL_TIMEOUT_MS, report, env: { npm_config_loglevel: 'error' } },
  );
  if (result.missing) {
    throw new Obstacle('npm was not found. Install Node.js 20 or newer together with npm.');
  }
  if (result.timedOut) {
    throw new Obstacle(
      'npm ci did not finish within 20 minutes. Check the network, then try again.',
    );
  }
  if (result.code !== 0) {
    throw new Obstacle(
      'The packages could not be installed. Check the network, the npm registry ' +
        '(npm config get registry) and the free disk space, then try again.',
      result.tail,
    );
  }
}

/**
 * Compares what npm has recorded about node_modules with the lock file. Packages for other
 * platforms may be absent; nothing may be absent otherwise, other, or extra.
 *
 * @param {string} lockText package-lock.json
 * @param {string | undefined} installedText node_modules/.package-lock.json
 */
export function installedFits(lockText, installedText) {
  if (installedText === undefined) {
    return false;
  }
  const wanted = packagesOf(lockText);
  const installed = packagesOf(installedText);
  return (
    Object.keys(installed).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, entry]) => {
      const there = installed[path];
      return there === undefined ? entry.optional === true : there.version === entry.version;
    })
  );
}

/**
 * @param {string} text
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(text) {
  const packages = { ...JSON.parse(text).packages };
  delete packages[''];
  return packages;
}

async function useGitHooks() {
  if (existsSync(join(root, '.git'))) {
    await run('git', ['config', 'core.hooksPath', '.githooks'], { timeoutMs: 10_000 });
  }
}

/** @param {string} file */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

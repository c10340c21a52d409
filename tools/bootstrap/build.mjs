/** Builds the API and the web app, each only when its sources have changed since its last build. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, stamps } from './fingerprint.mjs';
import { root } from './places.mjs';
import { run } from './run.mjs';
import { Obstacle, say, step } from './say.mjs';

const BUILD_TIMEOUT_MS = 10 * 60_000;
const STAMP = join(root, 'dist/.stamp');

/** What can be built: the npm script, the sources it reads, and what must exist afterwards. */
export const BUILDS = {
  api: {
    title: 'Building the API',
    script: 'build:api',
    sources: ['apps/api', 'libs'],
    results: ['dist/api/main.js', 'dist/api/migrate.js', 'dist/api/seed.js'],
  },
  web: {
    title: 'Building the web app',
    script: 'build:web',
    sources: ['apps/web', 'libs'],
    results: ['dist/web'],
  },
};

/** @typedef {keyof typeof BUILDS} Part */

/**
 * @param {Part} part
 * @throws {Obstacle} with the compiler's last lines when it does not build
 */
export async function ensureBuilt(part) {
  const { title, script } = BUILDS[part];
  if (isBuilt(part)) {
    say(`• ${title}: nothing has changed.`);
    return;
  }
  const print = sourcesPrint(part);
  const result = await step(title, (report) =>
    run('npm', ['run', '--silent', script], { timeoutMs: BUILD_TIMEOUT_MS, report }),
  );
  if (result.code !== 0) {
    throw new Obstacle(`${title} failed (npm run ${script}).`, result.tail);
  }
  markBuilt(part, print);
}

/** @param {Part} part */
export function isBuilt(part) {
  return (
    BUILDS[part].results.every((path) => existsSync(join(root, path))) &&
    stamps(STAMP).matches(part, sourcesPrint(part))
  );
}

/**
 * The fingerprint of everything a build reads: its source folders and the files at the top of the
 * checkout (lock file, compiler settings).
 *
 * @param {Part} part
 */
export function sourcesPrint(part) {
  const top = readdirSync(root, { withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /^(package-lock|package|tsconfig.*|nx)\.json$/.test(entry.name),
    )
    .map((entry) => entry.name)
    .sort();
  return fingerprint(root, [...BUILDS[part].sources, ...top]);
}

/**
 * @param {Part} part
 * @param {string} print of the sources as they were when the build began
 */
export function markBuilt(part, print) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  stamps(STAMP).set(part, print);
}

/** The folder with the built index.html. */
export function webFolder() {
  const folders = ['dist/web/browser', 'dist/web'].map((path) => join(root, path));
  const found = folders.find((folder) => existsSync(join(folder, 'index.html')));
  if (found === undefined) {
    throw new Obstacle(
      'The built web app has no index.html. Delete the folder dist and try again.',
    );
  }
  return found;
}

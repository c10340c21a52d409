/** Fingerprints of files and folders, by which a step sees that nothing has changed since last time. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const NOT_SOURCE = /^(node_modules|dist|coverage|test-results|playwright-report|\..+)$/;
const ONLY_TESTS = /\.(spec|int-spec|e2e)\.[cm]?ts$/;

/**
 * SHA-256 over names and contents of the given files and folders, in hex. Tests, build results and
 * hidden files do not count; a path that does not exist counts as empty.
 *
 * @param {string} base folder to which `paths` are relative
 * @param {readonly string[]} paths
 */
export function fingerprint(base, paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesUnder(join(base, path))) {
      hash.update(`${relative(base, file)}\0`);
      hash.update(createHash('sha256').update(readFileSync(file)).digest());
    }
  }
  return hash.digest('hex');
}

/** @param {string} text */
export function fingerprintOf(text) {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]} full paths, sorted
 */
function filesUnder(path) {
  if (!existsSync(path)) {
    return [];
  }
  if (!statSync(path).isDirectory()) {
    return [path];
  }
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !NOT_SOURCE.test(entry.name) && !ONLY_TESTS.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesUnder(join(path, entry.name)));
}

/**
 * Stamps remember the fingerprint under which a step last succeeded, by name, in one JSON file.
 *
 * @param {string} file
 */
export function stamps(file) {
  /** @returns {Record<string, unknown>} */
  const read = () => {
    try {
      return JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      return {};
    }
  };
  return {
    /**
     * @param {string} name
     * @param {string} value
     */
    matches: (name, value) => read()[name] === value,
    /**
     * @param {string} name
     * @param {string} value
     */
    set: (name, value) => {
      writeFileSync(file, `${JSON.stringify({ ...read(), [name]: value }, null, 2)}\n`);
    },
  };
}

/** The Node everything but these scripts runs on: pinned in the lock file, whatever is installed. */
import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';
import { run } from './run.mjs';
import { Obstacle } from './say.mjs';

/** npm puts this folder first on the path of its scripts, so this is the `node` they find. */
const LINK = join(root, 'node_modules/.bin/node');

/**
 * @returns {Promise<string>} path of the pinned Node 24; of the running one where npm has none for
 *   this platform and the running one is new enough
 * @throws {Obstacle} when neither can be used
 */
export async function pinnedNode() {
  const target = pinnedPath(process.platform, process.arch);
  const pinned = join(root, 'node_modules', target);
  const { output } = await run(pinned, ['--version'], { timeoutMs: 20_000 });
  if (isNewEnough(output.trim())) {
    linkForScripts(`../${target}`);
    return pinned;
  }
  // One that does not run here (another C library) must not stand in the way of one that does.
  rmSync(LINK, { force: true });
  if (isNewEnough(process.version)) {
    return process.execPath;
  }
  throw new Obstacle(
    `Kaopu needs Node.js 24.15 or newer here: there is no ready-made one for ${process.platform} ${process.arch}, ` +
      `and the one that is running is ${process.version}. Install Node.js 24 and try again.`,
  );
}

/**
 * @param {NodeJS.Platform} platform
 * @param {string} arch
 * @returns {string} path inside node_modules
 */
export function pinnedPath(platform, arch) {
  return platform === 'win32'
    ? `node-win-${arch}/bin/node.exe`
    : `node-${platform}-${arch}/bin/node`;
}

/**
 * npm 10, which Node 20 brings, removes this link together with those of other platforms.
 *
 * @param {string} target
 */
function linkForScripts(target) {
  if (process.platform !== 'win32' && !existsSync(LINK)) {
    rmSync(LINK, { force: true });
    symlinkSync(target, LINK);
  }
}

/** @param {string} version as `node --version` prints it */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 15);
}

/**
 * @param {string} [version] of the Node that runs these scripts
 * @throws {Obstacle} below Node 20
 */
export function assertScriptNode(version = process.version) {
  if (Number(version.replace(/^v/, '').split('.')[0]) < 20) {
    throw new Obstacle(`This is Node.js ${version}, but Kaopu needs Node.js 20 or newer.`);
  }
}

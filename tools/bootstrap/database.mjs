/** The database of a run: DATABASE_URL, else the private one of the data folder, by whatever means. */
import { findOrInstallBinaries } from './database-binaries.mjs';
import {
  findEngine,
  runningContainerUrl,
  startContainer,
  stopContainer,
} from './database-container.mjs';
import { runningUrl, startPrivate, stopPrivate } from './database-private.mjs';
import { atEnd } from './lifecycle.mjs';
import { ensureFolder } from './places.mjs';
import { Obstacle, say, step } from './say.mjs';

/**
 * @typedef {{ url: string, stop: () => Promise<void> }} Database `stop` does nothing when somebody
 *   else had started it
 *
 * @typedef {object} StartOptions
 * @property {string} dataDir
 * @property {boolean} [isThrowaway] nobody wants its data after this run
 * @property {(stop: () => Promise<void>) => void} [beforeStart] is handed `stop` before a server is
 *   started, so that an interruption half-way leaves none behind
 */

const NOT_OURS = async () => undefined;

/**
 * DATABASE_URL as it is, else {@link startDatabase}, stopped when the command ends.
 *
 * @param {string} dataDir
 * @param {{ isThrowaway?: boolean }} [options]
 * @returns {Promise<string>} its address
 */
export async function openDatabase(dataDir, options = {}) {
  const given = process.env.DATABASE_URL;
  if (given) {
    say('• Using the database named by DATABASE_URL.');
    return given;
  }
  return (await startDatabase({ ...options, dataDir, beforeStart: atEnd })).url;
}

/**
 * Starts the private database of a data folder, or joins it when it is already running: a server
 * program of this machine, else one from apt-get, else a container.
 *
 * @param {StartOptions} options
 * @returns {Promise<Database>}
 * @throws {Obstacle} naming what to install when none of these is possible
 */
export async function startDatabase({
  dataDir,
  isThrowaway = false,
  beforeStart = () => undefined,
}) {
  ensureFolder(dataDir);
  const running = await runningUrl(dataDir);
  if (running !== undefined) {
    say('• The private database is already running; it will be left running.');
    return { url: running, stop: NOT_OURS };
  }
  const binaries = await findOrInstallBinaries();
  if ('server' in binaries) {
    const stop = () => stopPrivate(dataDir);
    beforeStart(stop);
    try {
      const url = await step(`Starting a private database (${binaries.version})`, () =>
        startPrivate(dataDir, binaries, isThrowaway),
      );
      return { url, stop };
    } catch (error) {
      await stop();
      throw error;
    }
  }
  const engine = await findEngine();
  if (engine === undefined) {
    throw new Obstacle(nothingToStart(binaries.reason));
  }
  return openContainer(engine, { dataDir, beforeStart });
}

/**
 * Stops the private database of a data folder, whoever has started it.
 *
 * @param {{ dataDir: string }} options
 */
export async function stopDatabase({ dataDir }) {
  if ((await runningUrl(dataDir)) !== undefined) {
    await stopPrivate(dataDir);
    return;
  }
  const engine = await findEngine();
  if (engine !== undefined && (await runningContainerUrl(engine, dataDir)) !== undefined) {
    await stopContainer(engine, dataDir);
  }
}

/**
 * @param {{ dataDir: string }} options
 * @returns {Promise<string | undefined>} its address while it is running
 */
export async function databaseUrl({ dataDir }) {
  const url = await runningUrl(dataDir);
  if (url !== undefined) {
    return url;
  }
  const engine = await findEngine();
  return engine === undefined ? undefined : runningContainerUrl(engine, dataDir);
}

/**
 * @param {string} engine
 * @param {Required<Pick<StartOptions, 'dataDir' | 'beforeStart'>>} options
 * @returns {Promise<Database>}
 */
async function openContainer(engine, { dataDir, beforeStart }) {
  const running = await runningContainerUrl(engine, dataDir);
  if (running !== undefined) {
    say('• The database container is already running; it will be left running.');
    return { url: running, stop: NOT_OURS };
  }
  const stop = () => stopContainer(engine, dataDir);
  beforeStart(stop);
  const url = await step(
    `Starting a private MariaDB 10.11 with ${engine} (the first time downloads about 120 MB)`,
    (report) => startContainer(engine, dataDir, report),
  );
  return { url, stop };
}

/**
 * The sentence when there is no way to a database.
 *
 * @param {string} reason
 */
export function nothingToStart(reason) {
  return [
    `Kaopu needs a database, and none can be started here: ${reason.split('\n').pop()}. Do one of these, then try again:`,
    '  Debian, Ubuntu:  sudo apt-get install mariadb-server-core mariadb-client-core',
    '  Fedora, RHEL:    sudo dnf install mariadb-server',
    '  macOS:           brew install mariadb',
    '  anywhere:        start Docker or Podman',
    '  or use a MariaDB ≥ 10.11 of your own: DATABASE_URL=mysql://user:password@host:3306/kaopu npm start',
  ].join('\n');
}

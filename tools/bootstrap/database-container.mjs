/** The private database in a container, where there is neither a server program nor apt-get. */
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { privatePassword } from './database-private.mjs';
import { answers } from './database-connect.mjs';
import {
  SERVER_OPTIONS,
  accountStatements,
  privateAddress,
  privateUrl,
} from './database-settings.mjs';
import { ensureFolder } from './places.mjs';
import { freePort } from './ports.mjs';
import { writePrivate } from './private-file.mjs';
import { run } from './run.mjs';
import { Obstacle } from './say.mjs';

const IMAGE = 'docker.io/library/mariadb:10.11';
const ENGINES = ['docker', 'podman'];
const READY_TIMEOUT_MS = 120_000;

/** @returns {Promise<string | undefined>} docker or podman, the first that really answers */
export async function findEngine() {
  for (const engine of ENGINES) {
    if ((await run(engine, ['info'], { timeoutMs: 10_000 })).code === 0) {
      return engine;
    }
  }
  return undefined;
}

/** @param {string} dataDir */
export function containerName(dataDir) {
  return `kaopu-db-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`;
}

/**
 * @param {string} engine
 * @param {string} dataDir
 * @returns {Promise<string | undefined>} the address when the container of this folder is running
 */
export async function runningContainerUrl(engine, dataDir) {
  const name = containerName(dataDir);
  const state = await run(engine, ['inspect', '--format', '{{.State.Running}}', name]);
  if (state.code !== 0 || state.output.trim() !== 'true') {
    return undefined;
  }
  const { output } = await run(engine, ['port', name, '3306/tcp']);
  const port = Number(/:(\d+)\s*$/m.exec(output)?.[1]);
  return port > 0 ? privateUrl(port, privatePassword(dataDir)) : undefined;
}

/**
 * @param {string} engine
 * @param {string} dataDir
 * @param {(line: string) => void} report
 * @returns {Promise<string>} the address of the database
 * @throws {Obstacle} when the container does not come up
 */
export async function startContainer(engine, dataDir, report) {
  const password = privatePassword(dataDir);
  const home = ensureFolder(join(dataDir, 'db'));
  const rootPassword = randomBytes(24).toString('hex');
  const settings = join(home, 'container.env');
  const accounts = join(home, 'accounts.sql');
  writePrivate(settings, `MARIADB_ROOT_PASSWORD=${rootPassword}\nMARIADB_ROOT_HOST=localhost\n`);
  writePrivate(accounts, accountStatements({ password, rootPassword, host: '%' }));
  ensureFolder(join(home, 'container'));
  const port = await freePort();
  await run(engine, ['rm', '--force', containerName(dataDir)]);
  const started = await run(engine, containerArguments(engine, dataDir, port), {
    report,
    timeoutMs: 10 * 60_000,
  });
  if (started.code !== 0) {
    throw new Obstacle(`${engine} could not start ${IMAGE}.`, started.tail);
  }
  await untilReady(engine, dataDir, privateAddress(port, password));
  return privateUrl(port, password);
}

/**
 * The arguments of `docker run`. The data stays in the data folder and belongs to whoever runs this;
 * passwords travel in a file, where no process list shows them.
 *
 * @param {string} engine
 * @param {string} dataDir
 * @param {number} port
 */
export function containerArguments(engine, dataDir, port) {
  const home = join(dataDir, 'db');
  const uid = process.getuid?.();
  const owner =
    uid === undefined || process.platform !== 'linux'
      ? []
      : [
          ...(engine === 'podman' && uid !== 0 ? ['--userns=keep-id'] : []),
          `--user=${uid}:${process.getgid?.()}`,
        ];
  return [
    ...['run', '--detach', '--rm', '--name', containerName(dataDir)],
    ...['--publish', `127.0.0.1:${port}:3306`, '--env-file', join(home, 'container.env')],
    ...['--volume', `${join(home, 'container')}:/var/lib/mysql`],
    ...['--volume', `${join(home, 'accounts.sql')}:/kaopu/accounts.sql:ro`],
    ...owner,
    IMAGE,
    '--init-file=/kaopu/accounts.sql',
    ...SERVER_OPTIONS,
  ];
}

/**
 * @param {string} engine
 * @param {string} dataDir
 */
export async function stopContainer(engine, dataDir) {
  await run(engine, ['stop', '--time', '30', containerName(dataDir)], { timeoutMs: 60_000 });
}

/**
 * @param {string} engine
 * @param {string} dataDir
 * @param {import('./database-url.mjs').DatabaseAddress} address
 */
async function untilReady(engine, dataDir, address) {
  const until = Date.now() + READY_TIMEOUT_MS;
  while (!(await answers(address))) {
    if (Date.now() > until) {
      const { tail } = await run(engine, ['logs', containerName(dataDir)]);
      throw new Obstacle('The database container did not become ready within 2 minutes.', tail);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

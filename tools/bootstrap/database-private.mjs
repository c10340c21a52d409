/**
 * The private database server of one data folder, run as a plain program: no system service, no
 * configuration of the machine is read, nothing outside the data folder is written.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { answers } from './database-connect.mjs';
import {
  SERVER_OPTIONS,
  THROWAWAY_OPTIONS,
  accountStatements,
  privateAddress,
  privateUrl,
} from './database-settings.mjs';
import { ensureFolder } from './places.mjs';
import { freePort } from './ports.mjs';
import { readOrMakePrivate, writePrivate } from './private-file.mjs';
import { isAlive, isServerOf, stopProcess } from './processes.mjs';
import { lastLines, run } from './run.mjs';
import { Obstacle } from './say.mjs';

const READY_TIMEOUT_MS = 90_000;
const STOP_TIMEOUT_MS = 30_000;

/** @param {string} dataDir */
function layout(dataDir) {
  const home = join(dataDir, 'db');
  const inside = (/** @type {string} */ name) => join(home, name);
  return {
    home,
    data: inside('data'),
    draft: inside('data.new'),
    pid: inside('pid'),
    port: inside('port'),
    password: inside('password'),
    accounts: inside('accounts.sql'),
    log: inside('server.log'),
  };
}

/**
 * The password of the private database, made when there is none. Only its owner can read the file.
 *
 * @param {string} dataDir
 */
export function privatePassword(dataDir) {
  const { home, password } = layout(dataDir);
  ensureFolder(home);
  return readOrMakePrivate(password, () => randomBytes(24).toString('hex'));
}

/**
 * @param {string} dataDir
 * @returns {Promise<string | undefined>} the address of the server of this folder when it is running
 */
export async function runningUrl(dataDir) {
  const { data, pid, port, password } = layout(dataDir);
  if (!existsSync(pid) || !existsSync(port) || !existsSync(password)) {
    return undefined;
  }
  if (!(await isServerOf(readNumber(pid), data))) {
    return undefined;
  }
  return privateUrl(readNumber(port), readFileSync(password, 'utf8'));
}

/**
 * Starts the server of this folder, creating its data the first time.
 *
 * @param {string} dataDir
 * @param {import('./database-binaries.mjs').Binaries} binaries
 * @param {boolean} isThrowaway nobody wants its data after this run
 * @returns {Promise<string>} its address
 * @throws {Obstacle} with the end of its log when it does not come up
 */
export async function startPrivate(dataDir, binaries, isThrowaway) {
  const files = layout(dataDir);
  const password = privatePassword(dataDir);
  if (!existsSync(files.data)) {
    await createData(files, binaries);
  }
  const port = await freePort(existsSync(files.port) ? readNumber(files.port) : 0);
  writePrivate(
    files.accounts,
    accountStatements({
      password,
      rootPassword: randomBytes(24).toString('hex'),
      host: '127.0.0.1',
    }),
  );
  writeFileSync(files.port, `${port}\n`);
  const pid = launch(files, binaries, port, isThrowaway ? THROWAWAY_OPTIONS : []);
  writeFileSync(files.pid, `${pid}\n`);
  await untilReady(pid, port, password, files.log);
  return privateUrl(port, password);
}

/**
 * Stops the server of this folder in good order; does nothing when it is not running.
 *
 * @param {string} dataDir
 */
export async function stopPrivate(dataDir) {
  const { data, pid } = layout(dataDir);
  if (existsSync(pid) && (await isServerOf(readNumber(pid), data))) {
    await stopProcess(readNumber(pid), STOP_TIMEOUT_MS);
  }
  rmSync(pid, { force: true });
}

/**
 * @param {ReturnType<typeof layout>} files
 * @param {import('./database-binaries.mjs').Binaries} binaries
 */
async function createData(files, { server, install }) {
  rmSync(files.draft, { recursive: true, force: true });
  // A relative path: mariadb-install-db is a shell script that stumbles over blanks in a path.
  const common = ['--no-defaults', `--datadir=./${basename(files.draft)}`, ...asRoot()];
  const options =
    install === undefined
      ? ['--initialize-insecure']
      : ['--auth-root-authentication-method=normal', '--skip-test-db'];
  const made = await run(install ?? server, [...common, ...options], {
    cwd: files.home,
    timeoutMs: READY_TIMEOUT_MS,
  });
  if (made.code !== 0) {
    throw new Obstacle(
      `The private database could not be created in ${files.home}. Is the disk full? ` +
        'Otherwise set DATABASE_URL to a database of your own.',
      made.tail,
    );
  }
  renameSync(files.draft, files.data);
}

/**
 * @param {ReturnType<typeof layout>} files
 * @param {import('./database-binaries.mjs').Binaries} binaries
 * @param {number} port
 * @param {readonly string[]} more options
 */
function launch(files, { server }, port, more) {
  const log = openSync(files.log, 'w', 0o600);
  const child = spawn(
    server,
    [
      '--no-defaults',
      `--datadir=${files.data}`,
      // Relative to the data folder: a socket's full path may not be longer than 107 characters.
      '--socket=kaopu.sock',
      '--bind-address=127.0.0.1',
      `--port=${port}`,
      `--init-file=${files.accounts}`,
      ...SERVER_OPTIONS,
      ...more,
      ...asRoot(),
    ],
    // An own session: Ctrl-C in the terminal stops the API first, then we stop the database.
    { detached: true, stdio: ['ignore', log, log] },
  );
  child.on('error', () => undefined);
  child.unref();
  closeSync(log);
  if (child.pid === undefined) {
    throw new Obstacle(`${server} could not be started.`);
  }
  return child.pid;
}

/**
 * @param {number} pid
 * @param {number} port
 * @param {string} password
 * @param {string} log
 */
async function untilReady(pid, port, password, log) {
  const until = Date.now() + READY_TIMEOUT_MS;
  while (!(await answers(privateAddress(port, password)))) {
    const alive = isAlive(pid);
    if (!alive || Date.now() > until) {
      throw new Obstacle(
        `The private database ${alive ? 'did not become ready within 90 s' : 'ended at once'}. Its log is ${log}. ` +
          'Another way is to set DATABASE_URL to a database of your own.',
        lastLines(readFileSync(log, 'utf8'), 8),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** MariaDB refuses to run as root unless it is told so. */
function asRoot() {
  return process.getuid?.() === 0 ? ['--user=root'] : [];
}

/** @param {string} file */
function readNumber(file) {
  return Number(readFileSync(file, 'utf8').trim());
}

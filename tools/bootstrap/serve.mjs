/** Runs the built API: its one-off commands, and the server until it is ready and until it ends. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { ensureFolder, root } from './places.mjs';
import { lastLines, run } from './run.mjs';
import { Obstacle } from './say.mjs';

const COMMAND_TIMEOUT_MS = 10 * 60_000;
const READY_TIMEOUT_MS = 60_000;
/** The API finishes requests for 25 s at most; after this it is killed. */
const STOP_TIMEOUT_MS = 30_000;

/**
 * Runs one command of the API to its end, for example dist/api/migrate.js.
 *
 * @param {string} node path of the Node to use
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} report
 * @throws {Obstacle} with the last lines of the command
 */
export async function runCommand(node, name, env, report) {
  const result = await run(node, [`dist/api/${name}.js`], {
    env,
    report,
    timeoutMs: COMMAND_TIMEOUT_MS,
  });
  if (result.code !== 0) {
    throw new Obstacle(
      result.timedOut
        ? `${name} did not finish within 10 minutes.`
        : `${name} failed; its last lines are above.`,
      result.tail,
    );
  }
}

/**
 * Starts the server and waits until /health/ready answers. Its log goes to a file in the data
 * folder; the log of the time before is kept as `api.previous.log`.
 *
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @param {{ port: number, dataDir: string }} place
 * @returns {Promise<{ log: string, ended: Promise<number>, stop: () => Promise<void> }>} `ended`
 *   gives its exit code
 * @throws {Obstacle} with the end of its log when it does not become ready
 */
export async function startApi(node, env, { port, dataDir }) {
  const log = join(ensureFolder(join(dataDir, 'logs')), 'api.log');
  if (existsSync(log)) {
    renameSync(log, join(dataDir, 'logs/api.previous.log'));
  }
  const file = openSync(log, 'w', 0o600);
  const child = spawn(node, ['dist/api/main.js'], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', file, file],
    // Ctrl-C reaches only us; we stop the API first and the database after it.
    detached: process.platform !== 'win32',
  });
  closeSync(file);
  let stopping = false;
  /** @type {number | undefined} */
  let exitCode;
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    const settle = (/** @type {number} */ code) => {
      exitCode = code;
      resolve(code);
    };
    child.on('error', () => settle(1));
    child.on('exit', (code) => settle(code ?? (stopping ? 0 : 1)));
  });
  const stop = async () => {
    stopping = true;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(timer);
  };
  const until = Date.now() + READY_TIMEOUT_MS;
  while (!(await isReady(port))) {
    if (exitCode !== undefined || Date.now() > until) {
      const why =
        exitCode === undefined ? 'did not become ready within 60 s' : `ended with code ${exitCode}`;
      await stop();
      throw new Obstacle(
        `The API ${why}. Its log is ${log}.`,
        lastLines(readFileSync(log, 'utf8'), 15),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { log, ended, stop };
}

/**
 * Asked without `fetch`, which refuses some ports on which we may be told to serve.
 *
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isReady(port) {
  return new Promise((resolve) => {
    const request = get(
      { host: '127.0.0.1', port, path: '/health/ready', timeout: 3_000 },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode === 200);
      },
    );
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}

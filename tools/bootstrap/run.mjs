/** Runs other programs: quietly with their last lines kept, or aloud; never without an end. */
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { atInterruption } from './lifecycle.mjs';
import { root } from './places.mjs';

const KEPT_LINES = 25;
/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] added to our own environment
 * @property {string} [cwd]
 * @property {number} [timeoutMs] after which the program and its children are killed
 * @property {boolean} [aloud] its output goes straight to the terminal
 * @property {(line: string) => void} [report] is told every line of output
 *
 * @typedef {{ code: number | null, timedOut: boolean, missing: boolean, output: string, tail: string }} RunResult
 */

/**
 * Runs a program to its end and never throws: a program that does not exist is `missing`, one that
 * takes longer than `timeoutMs` is killed with all its children.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options = {}) {
  const { env = {}, cwd = root, timeoutMs = 0, aloud = false, report } = options;
  return new Promise((resolve) => {
    const windows = process.platform === 'win32';
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...(aloud ? {} : { NO_COLOR: '1' }), ...env },
      stdio: ['ignore', aloud ? 'inherit' : 'pipe', aloud ? 'inherit' : 'pipe'],
      // An own process group, so that a time-out also ends what the program itself has started.
      detached: !windows,
      shell: windows && command === 'npm',
    });
    let output = '';
    let timedOut = false;
    const listen = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
      report?.(lastLines(output, 1));
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    const timer =
      timeoutMs > 0
        ? setTimeout(() => {
            timedOut = true;
            kill(child);
          }, timeoutMs)
        : undefined;
    running.add(child);
    const settle = (/** @type {number | null} */ code, missing = false) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code, timedOut, missing, output, tail: lastLines(output, KEPT_LINES) });
    };
    child.on('error', () => settle(null, true));
    child.on('close', (code) => settle(code));
  });
}

/**
 * Finds a program by name on PATH and in the given further folders.
 *
 * @param {readonly string[]} names in order of preference
 * @param {readonly string[]} [folders]
 * @returns {string | undefined} its full path
 */
export function findProgram(names, folders = []) {
  const places = [...(process.env.PATH ?? '').split(delimiter), ...folders];
  for (const name of names) {
    const found = places.map((place) => join(place, name)).find(isProgram);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** @param {string} path */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * @param {string} text
 * @param {number} count
 */
export function lastLines(text, count) {
  return text
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .slice(-count)
    .join('\n');
}

/** @param {import('node:child_process').ChildProcess} child */
function kill(child) {
  try {
    if (process.platform === 'win32' || child.pid === undefined) {
      child.kill('SIGKILL');
    } else {
      process.kill(-child.pid, 'SIGKILL');
    }
  } catch {
    child.kill('SIGKILL');
  }
}

atInterruption(() => running.forEach(kill));

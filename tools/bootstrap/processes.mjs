/** Processes known only by their number: a number alone proves nothing, it may have been given away. */
import { readFileSync } from 'node:fs';
import { run } from './run.mjs';

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch {
    return false;
  }
}

/**
 * Whether the process is the database server of this very folder.
 *
 * @param {number} pid
 * @param {string} dataFolder
 */
export async function isServerOf(pid, dataFolder) {
  if (!Number.isInteger(pid) || pid < 2 || !isAlive(pid)) {
    return false;
  }
  return (await commandLine(pid)).includes(`--datadir=${dataFolder}`);
}

/**
 * Asks a process to stop and waits until it has; after the time limit it is killed.
 *
 * @param {number} pid
 * @param {number} timeoutMs
 */
export async function stopProcess(pid, timeoutMs) {
  const until = Date.now() + timeoutMs;
  signal(pid, 'SIGTERM');
  while (isAlive(pid)) {
    if (Date.now() > until) {
      signal(pid, 'SIGKILL');
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} name
 */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It has just ended by itself.
  }
}

/** @param {number} pid */
async function commandLine(pid) {
  try {
    return `${readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ')} `;
  } catch {
    const { output } = await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)], {
      timeoutMs: 5_000,
    });
    return output;
  }
}

/** @param {number} pid */
function isZombie(pid) {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/\(.*\)/, ''));
  } catch {
    return false;
  }
}

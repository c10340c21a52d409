/** Debian packages, installed only on Debian or Ubuntu and only by an administrator. */
import { readFileSync } from 'node:fs';
import { findProgram, run } from './run.mjs';
import { step } from './say.mjs';

const QUIET = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
const TIMEOUT_MS = 15 * 60_000;
const PATIENT = ['-o', 'DPkg::Lock::Timeout=180', '-o', 'Acquire::Retries=3'];
let listsAreFresh = false;

/** Whether this process may install Debian packages. */
export function canUseApt() {
  return process.getuid?.() === 0 && isDebian() && findProgram(['apt-get']) !== undefined;
}

/** @param {string} [osRelease] contents of /etc/os-release */
export function isDebian(osRelease = readOsRelease()) {
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(osRelease);
}

function readOsRelease() {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}

/**
 * Installs Debian packages. Never removes one: a package that would push out another is refused.
 *
 * @param {readonly string[]} packages
 * @param {string} purpose completes the sentence "Installing … for"
 * @returns {Promise<{ ok: true } | { ok: false, tail: string }>}
 */
export async function aptInstall(packages, purpose) {
  try {
    await step(`Installing ${packages.join(', ')} with apt-get for ${purpose}`, async (report) => {
      if (!listsAreFresh) {
        await apt([...PATIENT, 'update'], report);
        listsAreFresh = true;
      }
      const install = ['install', '--yes', '--no-install-recommends', '--no-remove'];
      await apt([...PATIENT, ...install, ...packages], report);
    });
    return { ok: true };
  } catch (error) {
    return { ok: false, tail: error instanceof AptFailed ? error.message : String(error) };
  }
}

class AptFailed extends Error {}

/**
 * @param {readonly string[]} args
 * @param {(line: string) => void} report
 */
async function apt(args, report) {
  const result = await run('apt-get', args, { env: QUIET, timeoutMs: TIMEOUT_MS, report });
  if (result.code !== 0) {
    throw new AptFailed(result.timedOut ? `apt-get took too long\n${result.tail}` : result.tail);
  }
}

/**
 * One orderly end for every way a command can end: done, failed, Ctrl-C, SIGTERM, closed terminal.
 */
import { explain, say } from './say.mjs';

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

/** @type {(() => unknown)[]} */
const endings = [];
/** @type {(() => unknown)[]} */
const interruptions = [];
let ending = false;

/**
 * Registers something to be put away when the command ends. The latest is put away first.
 *
 * @param {() => unknown} action
 */
export function atEnd(action) {
  endings.push(action);
}

/**
 * Registers something to be broken off, before anything is put away, when a command ends early.
 *
 * @param {() => unknown} action
 */
export function atInterruption(action) {
  interruptions.push(action);
}

async function putAway() {
  interruptions.forEach((breakOff) => breakOff());
  while (endings.length > 0) {
    try {
      await endings.pop()?.();
    } catch (error) {
      explain(error);
    }
  }
}

/**
 * Runs a command to its exit code. A signal interrupts it: what was registered with
 * {@link atEnd} is put away, then the process ends with 128 + signal number, or with 0 when
 * `stopIsSuccess` (a server that was asked to stop). Further signals change nothing.
 *
 * @param {() => Promise<number>} command
 * @param {{ stopIsSuccess?: () => boolean }} [options]
 */
export async function main(command, { stopIsSuccess = () => false } = {}) {
  for (const stream of [process.stdout, process.stderr]) {
    // The reader of our output may be gone (a closed terminal); what we started must still be stopped.
    stream.on('error', () => undefined);
  }
  const interrupt = (/** @type {number} */ number) => {
    // Every ending has a time limit of its own, so a second signal need not leave things half-way.
    if (ending) {
      return;
    }
    ending = true;
    say('\nStopping …');
    const code = stopIsSuccess() ? 0 : 128 + number;
    void putAway().then(() => process.exit(code));
  };
  for (const [signal, number] of Object.entries(SIGNALS)) {
    process.on(signal, () => interrupt(number));
  }
  whenParentIsGone(() => interrupt(SIGNALS.SIGTERM));
  let code;
  try {
    code = await command();
  } catch (error) {
    if (!ending) {
      explain(error);
    }
    code = 1;
  }
  if (!ending) {
    ending = true;
    await putAway();
    process.exit(code);
  }
}

/**
 * npm hands SIGTERM to the shell between itself and us; the shell ends and tells us nothing. So a
 * command of npm also ends when its parent has gone.
 *
 * @param {() => unknown} action
 */
function whenParentIsGone(action) {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event !== undefined) {
    setInterval(() => process.ppid !== parent && action(), 500).unref();
  }
}

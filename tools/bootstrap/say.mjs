/**
 * What the two commands say to the person who typed them: one line when a step begins, one when it
 * ends, a sign of life in between, and a plain sentence when something cannot be done.
 */

const SIGN_OF_LIFE_MS = 10_000;

/**
 * An obstacle the reader can remove. Its message says what is wrong and what to do; it is shown as
 * it stands, without a stack trace. `details` are the last lines of the program that failed.
 */
export class Obstacle extends Error {
  /**
   * @param {string} message
   * @param {string} [details]
   */
  constructor(message, details = '') {
    super(message);
    this.name = 'Obstacle';
    this.details = details;
  }
}

/** @param {string} text */
export function say(text = '') {
  process.stdout.write(`${text}\n`);
}

/** @param {number} milliseconds */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/**
 * Runs one step and tells how long it took. While it runs, every ten seconds a line repeats the
 * last thing the step reported, so that nobody wonders whether it hangs.
 *
 * @template T
 * @param {string} title what is being done, in the words of the reader
 * @param {(report: (line: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const began = Date.now();
  let latest = '';
  say(`• ${title} …`);
  const timer = setInterval(() => {
    const news = latest === '' ? '' : ` – ${latest.slice(0, 100)}`;
    say(`  … ${Math.round((Date.now() - began) / 1000)} s${news}`);
  }, SIGN_OF_LIFE_MS);
  try {
    const result = await work((line) => {
      latest = line.trim() || latest;
    });
    say(`  done in ${seconds(Date.now() - began)}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

/**
 * Shows why a command ended. An {@link Obstacle} is a sentence; anything else is a fault of ours,
 * whose stack is shown only with KAOPU_DEBUG=1.
 *
 * @param {unknown} error
 */
export function explain(error) {
  const obstacle = error instanceof Obstacle;
  const message = error instanceof Error ? error.message : String(error);
  if (obstacle && error.details !== '') {
    process.stderr.write(`\n${indent(error.details)}\n`);
  }
  process.stderr.write(
    obstacle
      ? `\n✗ ${message}\n`
      : `\n✗ This is a fault in Kaopu's own tools: ${message}\n  Run again with KAOPU_DEBUG=1 to see where.\n`,
  );
  if (process.env.KAOPU_DEBUG === '1' && error instanceof Error) {
    process.stderr.write(`${error.stack ?? ''}\n`);
  }
}

/** @param {string} text */
function indent(text) {
  return text
    .split('\n')
    .map((line) => `  │ ${line}`)
    .join('\n');
}

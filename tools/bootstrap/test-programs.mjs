/** Programs only the tests need: a Chromium, Chinese fonts, and poppler to look at PDF pages. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall, canUseApt } from './apt.mjs';
import { root } from './places.mjs';
import { findProgram, isProgram, run } from './run.mjs';
import { Obstacle, say } from './say.mjs';

const CHROMIUM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];
const CHROMIUM_FOLDERS = [
  '/usr/bin',
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
];
const CHROMIUM_MAC_NAMES = ['Google Chrome', 'Chromium'];

/**
 * @typedef {object} TestProgram
 * @property {string} what in the words of the reader
 * @property {string} apt Debian package
 * @property {string} otherwise what to do where there is no apt-get
 * @property {() => Promise<boolean>} present
 */

/** @type {Record<'chromium' | 'fonts' | 'poppler', TestProgram>} */
const PROGRAMS = {
  chromium: {
    what: 'Chromium',
    apt: 'chromium',
    otherwise:
      'install Chromium or Google Chrome, or name one with KAOPU_CHROMIUM=/path/to/chromium, ' +
      'or run: npx playwright install chromium',
    present: async () => (await findChromium()) !== undefined,
  },
  fonts: {
    what: 'Chinese fonts (Noto CJK)',
    apt: 'fonts-noto-cjk',
    otherwise:
      'install the Noto Sans CJK fonts (package fonts-noto-cjk or google-noto-sans-cjk-fonts)',
    present: async () => hasChineseFonts(),
  },
  poppler: {
    what: 'pdftoppm (poppler)',
    apt: 'poppler-utils',
    otherwise: 'install poppler (package poppler-utils; macOS: brew install poppler)',
    present: async () =>
      findProgram(['pdftoppm'], ['/opt/homebrew/bin', '/usr/local/bin']) !== undefined,
  },
};

/**
 * Makes sure that the named programs are there, installing the missing ones with apt-get where
 * that is allowed.
 *
 * @param {readonly (keyof typeof PROGRAMS)[]} names
 * @throws {Obstacle} that says what to install by hand
 */
export async function ensureTestPrograms(names) {
  const missing = await missingAmong(names);
  if (missing.length === 0) {
    say('• Programs for the tests are there.');
    return;
  }
  let details = '';
  if (canUseApt()) {
    const answer = await aptInstall(
      missing.map(({ apt }) => apt),
      'the tests',
    );
    details = answer.ok ? '' : answer.tail;
  }
  const still = await missingAmong(names);
  if (still.length > 0) {
    const list = still.map(({ what, otherwise }) => `  ${what}: ${otherwise}.`).join('\n');
    throw new Obstacle(`The tests need programs that are missing here:\n${list}`, details);
  }
}

/** @param {readonly (keyof typeof PROGRAMS)[]} names */
async function missingAmong(names) {
  const missing = [];
  for (const name of names) {
    if (!(await PROGRAMS[name].present())) {
      missing.push(PROGRAMS[name]);
    }
  }
  return missing;
}

/** @returns {Promise<string | undefined>} KAOPU_CHROMIUM, a browser of this machine, or Playwright's own */
export async function findChromium() {
  const given = process.env.KAOPU_CHROMIUM;
  if (given) {
    if (!isProgram(given)) {
      throw new Obstacle(`KAOPU_CHROMIUM names ${given}, but that is not a program.`);
    }
    return given;
  }
  return (
    findProgram([...CHROMIUM_NAMES, ...CHROMIUM_MAC_NAMES], CHROMIUM_FOLDERS) ??
    playwrightChromium()
  );
}

async function playwrightChromium() {
  const script = "import('@playwright/test').then((p) => console.log(p.chromium.executablePath()))";
  const { output } = await run(process.execPath, ['-e', script], { cwd: root, timeoutMs: 20_000 });
  const path = output.trim();
  return existsSync(path) ? path : undefined;
}

function hasChineseFonts() {
  if (process.platform !== 'linux') {
    return true;
  }
  const home = process.env.HOME ?? '/';
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(home, '.local/share/fonts'),
    join(home, '.fonts'),
  ];
  return folders.some((folder) => holdsNotoCjk(folder));
}

/** @param {string} folder */
function holdsNotoCjk(folder) {
  try {
    return readdirSync(folder, { recursive: true }).some((name) =>
      /noto.?sans.?cjk/i.test(String(name)),
    );
  } catch {
    return false;
  }
}

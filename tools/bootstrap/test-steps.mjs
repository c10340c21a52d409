/** The steps of `npm test`, in order, and the choice of some of them. */
import { Obstacle } from './say.mjs';

const MINUTE = 60_000;

/**
 * @typedef {object} TestStep
 * @property {string} name as `--only` names it
 * @property {string} script of package.json
 * @property {number} timeoutMs
 * @property {(file: string) => Reporting} [report] how it is made to leave a JSON report; only steps
 *   that run tests have one
 * @property {'api' | 'web'} [builds]
 * @property {boolean} [database] it needs one
 * @property {boolean} [paper] it renders or looks at PDF pages
 * @property {boolean} [browser]
 */

/** @typedef {{ args: string[], env?: NodeJS.ProcessEnv }} Reporting */

const vitest = (/** @type {string} */ file) => ({
  args: ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
});
const angular = (/** @type {string} */ file) => ({
  args: ['--reporters=default', '--reporters=json', `--outputFile=${file}`],
});
const playwright = (/** @type {string} */ file) => ({
  args: ['--reporter=list,json,./apps/web-e2e/support/failure-reporter.ts'],
  env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
});

/** @type {readonly TestStep[]} */
export const TEST_STEPS = [
  { name: 'lint', script: 'lint', timeoutMs: 10 * MINUTE },
  { name: 'typecheck', script: 'typecheck', timeoutMs: 10 * MINUTE },
  { name: 'generated', script: 'check:generated', timeoutMs: 5 * MINUTE },
  { name: 'unit', script: 'test:unit', timeoutMs: 15 * MINUTE, report: vitest, paper: true },
  { name: 'build-api', script: 'build:api', timeoutMs: 5 * MINUTE, builds: 'api' },
  {
    name: 'integration',
    script: 'test:integration',
    timeoutMs: 25 * MINUTE,
    report: vitest,
    database: true,
    paper: true,
  },
  { name: 'bench', script: 'test:bench', timeoutMs: 10 * MINUTE },
  { name: 'build-web', script: 'build:web', timeoutMs: 10 * MINUTE, builds: 'web' },
  { name: 'web', script: 'test:web', timeoutMs: 15 * MINUTE, report: angular },
  {
    name: 'e2e',
    script: 'test:e2e',
    timeoutMs: 40 * MINUTE,
    report: playwright,
    database: true,
    paper: true,
    browser: true,
  },
];

/**
 * @param {readonly string[]} args of the command line; `--only=unit,lint` chooses
 * @returns {readonly TestStep[]} in the order of {@link TEST_STEPS}
 * @throws {Obstacle} for a step that does not exist
 */
export function chooseSteps(args) {
  const [option, ...more] = args;
  if (option === undefined) {
    return TEST_STEPS;
  }
  const names = /^--only=(.+)$/.exec(option)?.[1]?.split(',') ?? [];
  const known = TEST_STEPS.map(({ name }) => name);
  if (more.length > 0 || names.length === 0 || names.some((name) => !known.includes(name))) {
    throw new Obstacle(`Choose steps like this: npm test -- --only=${known.join(',')}`);
  }
  return TEST_STEPS.filter(({ name }) => names.includes(name));
}

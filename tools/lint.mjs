/** `npm run lint`: formatting, lint rules and module boundaries, side by side; all are told what is wrong. */
import { main } from './bootstrap/lifecycle.mjs';
import { run } from './bootstrap/run.mjs';
import { say } from './bootstrap/say.mjs';

const CHECKS = /** @type {const} */ ([
  ['eslint', ['.', '--max-warnings', '0']],
  ['prettier', ['--check', '.', '--log-level', 'warn']],
  ['depcruise', ['apps', 'libs', '--config', '.dependency-cruiser.cjs']],
]);
const TIMEOUT_MS = 15 * 60_000;

await main(async () => {
  const results = await Promise.all(
    CHECKS.map(async ([program, args]) => {
      const { code, output } = await run(`node_modules/.bin/${program}`, args, {
        timeoutMs: TIMEOUT_MS,
      });
      if (code !== 0) say(`✗ ${program}\n${output}`);
      return code;
    }),
  );
  return results.every((code) => code === 0) ? 0 : 1;
});

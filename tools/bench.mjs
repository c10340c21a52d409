/**
 * `npm run bench`: what Kaopu costs, beside the least a Node server can do (the floor) and the stock
 * stack, in one run on this machine. Ratios travel, absolute numbers do not (docs/performance.md).
 *
 *   npm run bench                   10k, 100k and 1M applications; about half an hour
 *   npm run bench -- --quick        10k and 100k
 *   npm run bench -- --json FILE    also writes everything measured
 *   npm run bench -- --only=reads   reads, writes, growth, rush, files, process; comma-separated
 *   npm run bench -- --sizes=10     on so many thousand applications
 *   npm run bench -- --guard        fails when something is far worse than docs/performance.md says
 *   npm run bench -- --named=verify only operations with such a name; comma-separated
 *   npm run bench -- --beside=DIRS  also other builds of the API (copies of dist/api): what a change is worth
 *
 * Everything lies in a temporary folder and is gone afterwards; DATABASE_URL is not used.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './bootstrap/build.mjs';
import { startDatabase } from './bootstrap/database.mjs';
import { atEnd, main } from './bootstrap/lifecycle.mjs';
import { assertScriptNode, pinnedNode } from './bootstrap/node24.mjs';
import { ensurePackages } from './bootstrap/packages.mjs';
import { ensureFolder } from './bootstrap/places.mjs';
import { run } from './bootstrap/run.mjs';
import { Obstacle, step } from './bootstrap/say.mjs';
import { ensureSecrets } from './bootstrap/secrets.mjs';

const MINUTE = 60_000;

await main(async () => {
  assertScriptNode();
  const args = process.argv.slice(2);
  await ensurePackages();
  const node = await pinnedNode();
  await ensureBuilt('api');
  const built = await step('Building the benchmark', () =>
    run('npx', ['rolldown', '-c', 'tools/bench/rolldown.config.mjs'], { timeoutMs: 5 * MINUTE }),
  );
  if (built.code !== 0) {
    throw new Obstacle('The benchmark does not build.', built.tail);
  }
  const folder = mkdtempSync(join(tmpdir(), 'kaopu-bench-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const dataDir = ensureFolder(join(folder, 'data'));
  const { url } = await startDatabase({ dataDir, beforeStart: atEnd });
  const pid = join(dataDir, 'db/pid');
  const result = await run(node, ['--enable-source-maps', 'dist/bench/bench.js', ...args], {
    aloud: true,
    timeoutMs: (args.includes('--quick') ? 10 : 90) * MINUTE,
    env: {
      BENCH_FOLDER: folder,
      BENCH_DATABASE_URL: url,
      BENCH_DATABASE_PID: existsSync(pid) ? readFileSync(pid, 'utf8').trim() : '',
      DATA_DIR: dataDir,
      KAOPU_SECRETS_FILE: ensureSecrets(dataDir),
    },
  });
  return result.code ?? 1;
});

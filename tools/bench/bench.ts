// Measures; tools/bench.mjs starts it and says how to call it.
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchSettings } from './data/keys.js';
import { freshDatabase } from './data/database.js';
import { World } from './data/world.js';
import { apply } from './operations/apply.js';
import type { Operation } from './operations/operation.js';
import { READS } from './operations/reads.js';
import { comparison } from './parts/comparison.js';
import { files } from './parts/files.js';
import { growing } from './parts/growing.js';
import { processFacts } from './parts/process.js';
import type { Run } from './parts/run.js';
import { rush } from './parts/rush.js';
import { profileOperation } from './profile/profile-operation.js';
import { brokenGuards } from './report/guards.js';
import { Server } from './servers/server.js';
import { kaopuPlan } from './servers/plans.js';
import { Tokens } from './servers/tokens.js';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    sizes: { type: 'string' },
    profile: { type: 'boolean', default: false },
    guard: { type: 'boolean', default: false },
    beside: { type: 'string' },
    named: { type: 'string', default: '' },
    only: { type: 'string', default: 'reads,writes,growth,rush,files,process' },
  },
});
const publicUrl = 'http://kaopu.bench';
const folder = process.env['BENCH_FOLDER'] ?? '';
const secrets = process.env['KAOPU_SECRETS_FILE'] ?? '';
const serverUrl = process.env['BENCH_DATABASE_URL'] ?? '';
const { quick } = values;
const parts = new Set(values.only.split(','));
const given = values.sizes?.split(',').map((thousands) => Number(thousands) * 1000);
const sizes = given ?? (quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000]);

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function filled(applications: number): Promise<World> {
  const began = performance.now();
  const url = await freshDatabase(serverUrl, `kaopu_bench_${applications}`);
  const world = await World.fill(url, applications, benchSettings(secrets, url, publicUrl));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`• ${applications} applications loaded in ${seconds} s`);
  return world;
}

/** Servers are compared on the middle size. */
const compared = sizes[Math.min(1, sizes.length - 1)];
const worlds: World[] = [];
for (const size of sizes)
  if (parts.has('growth') || size === compared) worlds.push(await filled(size));
const world = worlds.find(({ applications }) => applications === compared);
if (!world) throw new Error('--sizes names no number of applications.');
const settings = benchSettings(secrets, world.url, publicUrl);
const run: Run = {
  world,
  worlds,
  tokens: new Tokens(settings),
  settings,
  folder,
  publicUrl,
  databasePid: Number(process.env['BENCH_DATABASE_PID']),
  bounds: quick
    ? { rounds: 3, seconds: 0.7, connections: 16 }
    : { rounds: 5, seconds: 4, connections: 16 },
  quick,
  say,
};

const isWanted = ({ name }: Operation): boolean =>
  values.named.split(',').some((part) => name.includes(part));
const reads = READS.filter(isWanted);
const operations = [
  ...(parts.has('reads') ? reads : []),
  ...(parts.has('writes') ? [apply(quick ? 150 : 600)].filter(isWanted) : []),
];

async function profile(): Promise<void> {
  const file = join(folder, 'kaopu.cpuprofile');
  const plan = { ...kaopuPlan(run.world.url, folder, publicUrl), profile: file };
  const server = await Server.start(plan, folder);
  for (const operation of operations) {
    say(await profileOperation(operation, server, file, run.world, run.tokens));
  }
  await server.stop();
}

if (values.profile) {
  await profile();
} else {
  const builds = values.beside?.split(',') ?? [];
  const measured = operations.length > 0 ? await comparison(run, operations, builds) : [];
  const growths = parts.has('growth') ? await growing(run, reads) : [];
  const rushes = parts.has('rush') ? await rush(run) : [];
  const handled = parts.has('files') ? await files(run) : [];
  const facts = parts.has('process') ? await processFacts(run) : null;
  if (values.json) {
    const all = { measured, growths, rushes, handled, facts };
    writeFileSync(values.json, JSON.stringify(all, null, 2));
  }
  const broken = values.guard ? brokenGuards({ measured, growths, rushes }) : [];
  broken.forEach((sentence) => say(`✗ ${sentence}`));
  if (broken.length > 0) process.exitCode = 1;
}
await Promise.all(worlds.map((one) => one.close()));

// Measures; tools/bench.mjs starts it and says how to call it.
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchSettings } from './data/keys.js';
import { freshDatabase } from './data/database.js';
import { World } from './data/world.js';
import { compare, type Measured } from './measure/compare.js';
import { growth, type Growth } from './measure/growth.js';
import { apply } from './operations/apply.js';
import { READS } from './operations/reads.js';
import { profileOperation } from './profile/profile-operation.js';
import { comparisonTable, growthTable } from './report/tables.js';
import { startField, stopField } from './servers/field.js';
import { Server } from './servers/server.js';
import { kaopuPlan } from './servers/plans.js';
import { Tokens } from './servers/tokens.js';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    sizes: { type: 'string' },
    profile: { type: 'boolean', default: false },
    beside: { type: 'string' },
    named: { type: 'string', default: '' },
    only: { type: 'string', default: 'reads,writes,growth' },
  },
});
const PUBLIC_URL = 'http://kaopu.bench';
const folder = process.env['BENCH_FOLDER'] ?? '';
const secrets = process.env['KAOPU_SECRETS_FILE'] ?? '';
const serverUrl = process.env['BENCH_DATABASE_URL'] ?? '';
const databasePid = Number(process.env['BENCH_DATABASE_PID']);
const parts = new Set(values.only.split(','));
const given = values.sizes?.split(',').map((thousands) => Number(thousands) * 1000);
const sizes = given ?? (values.quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000]);
const bounds = values.quick
  ? { rounds: 3, seconds: 1, connections: 16 }
  : { rounds: 5, seconds: 4, connections: 16 };

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

async function filled(applications: number): Promise<World> {
  const began = performance.now();
  const url = await freshDatabase(serverUrl, `kaopu_bench_${applications}`);
  const world = await World.fill(url, applications, benchSettings(secrets, url, PUBLIC_URL));
  say(
    `• ${applications} applications loaded in ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  return world;
}

const worlds: World[] = [];
/** Servers are compared on the middle size. */
const compared = sizes[Math.min(1, sizes.length - 1)];
for (const size of sizes)
  if (parts.has('growth') || size === compared) worlds.push(await filled(size));
const main = worlds.find(({ applications }) => applications === compared);
if (!main) throw new Error('--sizes names no number of applications.');
const tokens = new Tokens(benchSettings(secrets, main.url, PUBLIC_URL));
const measured: Measured[] = [];
const growths: Growth[] = [];

const operations = [
  ...(parts.has('reads') ? READS : []),
  ...(parts.has('writes') ? [apply(values.quick ? 150 : 600)] : []),
].filter(({ name }) => values.named.split(',').some((part) => name.includes(part)));
if (values.profile) {
  const file = join(folder, 'kaopu.cpuprofile');
  const plan = { ...kaopuPlan(main.url, folder, PUBLIC_URL), profile: file };
  const server = await Server.start(plan, folder);
  for (const operation of operations) {
    say(await profileOperation(operation, server, file, main, tokens));
  }
  await server.stop();
} else if (operations.length > 0) {
  const field = await startField(main.url, {
    folder,
    databasePid,
    publicUrl: PUBLIC_URL,
    builds: values.beside?.split(',') ?? [],
  });
  try {
    for (const operation of operations) {
      const rows = await compare(operation, field, main, tokens, bounds);
      measured.push(...rows);
      say(comparisonTable(rows));
    }
  } finally {
    await stopField(field);
  }
}
if (parts.has('growth')) {
  const servers = await Promise.all(
    worlds.map(({ url }) => Server.start(kaopuPlan(url, folder, PUBLIC_URL), folder)),
  );
  try {
    for (const operation of READS) {
      growths.push(await growth(operation, worlds, servers, tokens, { ...bounds, databasePid }));
    }
    say(growthTable(growths));
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}
if (values.json) writeFileSync(values.json, JSON.stringify({ measured, growths }, null, 2));
await Promise.all(worlds.map((world) => world.close()));

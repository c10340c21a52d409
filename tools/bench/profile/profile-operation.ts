import { existsSync, rmSync } from 'node:fs';
import { mustSucceed } from '../measure/compare.js';
import { load } from '../measure/http-load.js';
import { cpuSeconds } from '../measure/process-usage.js';
import type { World } from '../data/world.js';
import type { Operation } from '../operations/operation.js';
import type { Server } from '../servers/server.js';
import type { Tokens } from '../servers/tokens.js';
import { readProfile } from './layers.js';

const WARM_UP_SECONDS = 2;
const SECONDS = 4;
const SHOWN = 25;

/** What each layer of Kaopu costs in one operation, in milliseconds of CPU per request. */
export async function profileOperation(
  operation: Operation,
  server: Server,
  file: string,
  world: World,
  tokens: Tokens,
): Promise<string> {
  const maker = await operation.prepare('kaopu', world, tokens, (operation.perRound ?? 0) * 3);
  let index = 0;
  const run = (seconds: number): ReturnType<typeof load> =>
    load(
      server.port,
      { connections: 16, requests: operation.perRound ?? Infinity, seconds },
      () => maker(index++),
      mustSucceed,
    );
  await run(WARM_UP_SECONDS);
  rmSync(file, { force: true });
  server.signalProfiler();
  const before = cpuSeconds(server.pid);
  const { answered } = await run(SECONDS);
  const cpuMs = ((cpuSeconds(server.pid) - before) * 1000) / answered;
  server.signalProfiler();
  while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 50));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { layers, functions } = readProfile(file);
  const line = (name: string, share: number): string =>
    `  ${(share * 100).toFixed(1).padStart(5)} %  ${(share * cpuMs).toFixed(3).padStart(8)} ms  ${name}`;
  return [
    `\n${operation.name}: ${cpuMs.toFixed(2)} ms of CPU per request while profiled`,
    ...layers.map(({ layer, share }) => line(layer, share)),
    '  – functions –',
    ...functions.slice(0, SHOWN).map(({ name, share }) => line(name, share)),
  ].join('\n');
}

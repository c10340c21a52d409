import type { World } from '../data/world.js';
import type { Operation } from '../operations/operation.js';
import type { Server } from '../servers/server.js';
import type { Tokens } from '../servers/tokens.js';
import { mustSucceed, type Bounds } from './compare.js';
import { load } from './http-load.js';
import { cpuSeconds } from './process-usage.js';

/** What one read costs at each size. */
export interface Growth {
  readonly operation: string;
  readonly sizes: readonly number[];
  /** Milliseconds of CPU per request, server and database together. */
  readonly cpuMs: readonly number[];
  readonly rates: readonly number[];
}

interface Tally {
  cpu: number;
  answered: number;
  seconds: number;
}

/** One read of Kaopu at every size, in turns. */
export async function growth(
  operation: Operation,
  worlds: readonly World[],
  servers: readonly Server[],
  tokens: Tokens,
  { rounds, seconds, connections, databasePid }: Bounds & { readonly databasePid: number },
): Promise<Growth> {
  const makers = await Promise.all(
    worlds.map((world) => operation.prepare('kaopu', world, tokens, 0)),
  );
  const tallies = worlds.map((): Tally => ({ cpu: 0, answered: 0, seconds: 0 }));
  let index = 0;
  for (let round = -1; round < rounds; round++) {
    for (const [at, server] of servers.entries()) {
      const maker = makers[at];
      const tally = tallies[at];
      if (!maker || !tally) continue;
      const used = (): number => cpuSeconds(server.pid) + cpuSeconds(databasePid);
      const before = used();
      const bounds = { connections, requests: Infinity, seconds: round < 0 ? 0.5 : seconds };
      const result = await load(server.port, bounds, () => maker(index++), mustSucceed);
      if (round < 0) continue;
      tally.cpu += used() - before;
      tally.answered += result.answered;
      tally.seconds += result.seconds;
    }
  }
  return {
    operation: operation.name,
    sizes: worlds.map(({ applications }) => applications),
    cpuMs: tallies.map(({ cpu, answered }) => (cpu * 1000) / answered),
    rates: tallies.map(({ answered, seconds: took }) => answered / took),
  };
}

import type { World } from '../data/world.js';
import type { Operation } from '../operations/operation.js';
import type { Server } from '../servers/server.js';
import type { Tokens } from '../servers/tokens.js';
import { mustSucceed, type Bounds } from './compare.js';
import { load } from './http-load.js';
import { ratios, type Summary } from './statistics.js';

/** Requests a second of two processes, in units of one. They share the cores with database and callers. */
export interface Scaling {
  readonly operation: string;
  readonly times: Summary;
}

/** The same callers at one process and at both, in turns. */
export async function scaling(
  operation: Operation,
  [one, two]: readonly [Server, Server],
  world: World,
  tokens: Tokens,
  { rounds, seconds, connections }: Bounds,
): Promise<Scaling> {
  const maker = await operation.prepare('kaopu', world, tokens, 0);
  let index = 0;
  const rate = async (servers: readonly Server[], forSeconds: number): Promise<number> => {
    const bounds = {
      connections: connections / servers.length,
      requests: Infinity,
      seconds: forSeconds,
    };
    const results = await Promise.all(
      servers.map(({ port }) => load(port, bounds, () => maker(index++), mustSucceed)),
    );
    return results.reduce((sum, { answered, seconds: took }) => sum + answered / took, 0);
  };
  await rate([one, two], 0.5);
  const [alone, together]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    alone.push(await rate([one], seconds));
    together.push(await rate([one, two], seconds));
  }
  return { operation: operation.name, times: ratios(together, alone) };
}

import type { LogIns } from '../operations/log-in.js';
import type { Server } from '../servers/server.js';
import { mustSucceed } from './compare.js';
import { Connection } from './http-load.js';
import { percentile } from './statistics.js';

/** So many people log in every second while somebody else asks for something small. */
export interface Storm {
  readonly perSecond: number;
  readonly logIns: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** How long the small answer took: what a hashed password costs everybody else. */
  readonly othersP50Ms: number;
  readonly othersP99Ms: number;
}

const PROBE_EVERY_MS = 10;

/** Open loop: people do not wait for each other. */
export async function logInStorm(
  server: Server,
  { count, maker }: LogIns,
  perSecond: number,
): Promise<Storm> {
  const took: number[] = [];
  const others = probe(server);
  const began = performance.now();
  await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      await sleep((index * 1000) / perSecond - (performance.now() - began));
      const connection = await Connection.open(server.port);
      const asked = performance.now();
      mustSucceed(await connection.ask(maker(index)));
      took.push(performance.now() - asked);
      connection.close();
    }),
  );
  const waits = await others.end();
  return {
    perSecond,
    logIns: count,
    p50Ms: percentile(took, 0.5),
    p99Ms: percentile(took, 0.99),
    othersP50Ms: percentile(waits, 0.5),
    othersP99Ms: percentile(waits, 0.99),
  };
}

/** Asks whether the server lives, over and over, until it is ended. */
function probe({ port }: Server): { readonly end: () => Promise<number[]> } {
  const waits: number[] = [];
  const ended = new AbortController();
  const running = (async (): Promise<void> => {
    const connection = await Connection.open(port);
    while (!ended.signal.aborted) {
      const asked = performance.now();
      await connection.ask({ method: 'GET', path: '/health/live', headers: {}, body: '' });
      waits.push(performance.now() - asked);
      await sleep(PROBE_EVERY_MS);
    }
    connection.close();
  })();
  return {
    end: async () => {
      ended.abort();
      await running;
      return waits;
    },
  };
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));

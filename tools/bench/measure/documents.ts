import type { WireAnswer } from './http-load.js';
import type { RequestMaker } from '../operations/operation.js';
import type { Server } from '../servers/server.js';
import { load } from './http-load.js';
import { cpuSeconds, residentMegabytes } from './process-usage.js';
import { percentile } from './statistics.js';

/** Files or papers one server handled, and what they cost it. */
export interface Handled {
  readonly name: string;
  readonly count: number;
  readonly atOnce: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly cpuMs: number;
  /** How much the process grew at most, in MB, for each that was handled at the same time. */
  readonly growthMb: number;
}

const LOOK_EVERY_MS = 50;

export async function handled(
  name: string,
  { port, pid }: Server,
  { count, atOnce }: Pick<Handled, 'count' | 'atOnce'>,
  maker: RequestMaker,
  check: (answer: WireAnswer) => void,
): Promise<Handled> {
  let index = 0;
  const idle = residentMegabytes(pid);
  let most = idle;
  const timer = setInterval(() => (most = Math.max(most, residentMegabytes(pid))), LOOK_EVERY_MS);
  const before = cpuSeconds(pid);
  const bounds = { connections: atOnce, requests: count, seconds: 300 };
  const { answered, seconds, latencies } = await load(port, bounds, () => maker(index++), check);
  clearInterval(timer);
  return {
    name,
    count,
    atOnce,
    perSecond: answered / seconds,
    p50Ms: percentile(latencies, 0.5),
    cpuMs: ((cpuSeconds(pid) - before) * 1000) / answered,
    growthMb: (most - idle) / atOnce,
  };
}

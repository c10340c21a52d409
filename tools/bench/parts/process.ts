import { mustSucceed } from '../measure/compare.js';
import { load } from '../measure/http-load.js';
import { logInStorm, type Storm } from '../measure/log-ins.js';
import { residentMegabytes } from '../measure/process-usage.js';
import { scaling, type Scaling } from '../measure/scaling.js';
import { summarise, type Summary } from '../measure/statistics.js';
import { logIns } from '../operations/log-in.js';
import { READS } from '../operations/reads.js';
import { processTable } from '../report/tables.js';
import { kaopuPlan } from '../servers/plans.js';
import { Server } from '../servers/server.js';
import type { Run } from './run.js';

/** The API process by itself. */
export interface ProcessFacts {
  readonly startMs: Summary;
  readonly idleMb: number;
  readonly loadedMb: number;
  readonly storm: Storm;
  readonly scalings: readonly Scaling[];
}

const STARTS = 3;
const SCALED: readonly string[] = ['my applications (20)', 'verify a certificate'];

/** Start, memory and what log-ins do to everybody else. */
export async function processFacts(run: Run): Promise<ProcessFacts> {
  const { world, tokens, settings, folder, publicUrl, quick, bounds, say } = run;
  const plan = kaopuPlan(world.url, folder, publicUrl);
  const starts: number[] = [];
  for (let start = 1; start < STARTS; start++) {
    const server = await Server.start(plan, folder);
    starts.push(server.startMs);
    await server.stop();
  }
  const server = await Server.start(plan, folder);
  starts.push(server.startMs);
  try {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const idleMb = residentMegabytes(server.pid);
    for (const operation of READS) {
      const maker = await operation.prepare('kaopu', world, tokens, 0);
      let index = 0;
      const once = { ...bounds, requests: Infinity };
      await load(server.port, once, () => maker(index++), mustSucceed);
    }
    const loadedMb = residentMegabytes(server.pid);
    const perSecond = 50;
    const people = await logIns(world, settings, perSecond * (quick ? 3 : 20));
    const storm = await logInStorm(server, people, perSecond);
    const scalings = await scaled(run, server);
    const facts = { startMs: summarise(starts), idleMb, loadedMb, storm, scalings };
    say(processTable(facts));
    return facts;
  } finally {
    await server.stop();
  }
}

/** What a second process adds on this machine. */
async function scaled(
  { world, tokens, folder, publicUrl, bounds }: Run,
  one: Server,
): Promise<Scaling[]> {
  const two = await Server.start(kaopuPlan(world.url, folder, publicUrl), folder);
  const results: Scaling[] = [];
  try {
    for (const operation of READS.filter(({ name }) => SCALED.includes(name))) {
      results.push(await scaling(operation, [one, two], world, tokens, bounds));
    }
  } finally {
    await two.stop();
  }
  return results;
}

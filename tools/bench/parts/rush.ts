import { contention, type Contention } from '../measure/contention.js';
import { contentionTable } from '../report/tables.js';
import { floorPlan, kaopuPlan } from '../servers/plans.js';
import { Server } from '../servers/server.js';
import type { Run } from './run.js';

/** Everybody submits for the last seats of one plan at once. */
export async function rush(run: Run): Promise<Contention[]> {
  const { world, tokens, folder, publicUrl, quick, say } = run;
  const people = quick ? { people: 1000, seats: 100 } : { people: 5000, seats: 500 };
  const plan = kaopuPlan(world.url, folder, publicUrl);
  const floor = await Server.start(floorPlan(world.url, folder), folder);
  const one = await Server.start(plan, folder);
  const two = await Server.start(plan, folder);
  const rushed = [
    { name: 'floor', kind: 'floor', processes: [floor] },
    { name: 'kaopu, one process', kind: 'kaopu', processes: [one] },
    { name: 'kaopu, two processes', kind: 'kaopu', processes: [one, two] },
    {
      name: 'control: count, then take',
      kind: 'floor',
      processes: [floor],
      operation: 'ApplyNaively',
    },
  ] as const;
  const results: Contention[] = [];
  try {
    for (const who of rushed) results.push(await contention(who, people, world, tokens));
    say(contentionTable(results));
  } finally {
    await Promise.all([floor, one, two].map((server) => server.stop()));
  }
  return results;
}

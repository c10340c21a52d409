import { growth, type Growth } from '../measure/growth.js';
import type { Operation } from '../operations/operation.js';
import { growthTable } from '../report/tables.js';
import { kaopuPlan } from '../servers/plans.js';
import { Server } from '../servers/server.js';
import type { Run } from './run.js';

/** What each read costs at every size. */
export async function growing(run: Run, operations: readonly Operation[]): Promise<Growth[]> {
  const { worlds, tokens, folder, publicUrl, bounds, databasePid, say } = run;
  const growths: Growth[] = [];
  // Loading and comparing take longer than staff may be away from their desk.
  const now = new Date();
  await Promise.all(
    worlds.map((world) => world.query('UPDATE session SET last_used_at = ?', [now])),
  );
  const servers = await Promise.all(
    worlds.map(({ url }) => Server.start(kaopuPlan(url, folder, publicUrl), folder)),
  );
  try {
    for (const operation of operations) {
      growths.push(await growth(operation, worlds, servers, tokens, { ...bounds, databasePid }));
    }
    say(growthTable(growths));
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
  return growths;
}

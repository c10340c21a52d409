import { basename } from 'node:path';
import type { Field } from '../measure/compare.js';
import type { Kind } from '../operations/kind.js';
import { floorPlan, kaopuPlan, stockPlan } from './plans.js';
import { Server } from './server.js';

interface FieldOptions {
  readonly folder: string;
  readonly databasePid: number;
  readonly publicUrl: string;
  /** Folders with other builds of the API to compare with. */
  readonly builds: readonly string[];
}

/** The servers over one database. */
export async function startField(
  url: string,
  { folder, databasePid, publicUrl, builds }: FieldOptions,
): Promise<Field> {
  const servers: Partial<Record<Kind, Server>> = {
    floor: await Server.start(floorPlan(url, folder), folder),
    stock: await Server.start(stockPlan(url), folder),
  };
  for (const dist of builds) {
    const plan = kaopuPlan(url, folder, publicUrl, dist);
    servers[`kaopu ${basename(dist)}`] = await Server.start(plan, folder);
  }
  servers.kaopu = await Server.start(kaopuPlan(url, folder, publicUrl), folder);
  return { servers, databasePid };
}

export async function stopField({ servers }: Field): Promise<void> {
  await Promise.all(Object.values(servers).flatMap((server) => (server ? [server.stop()] : [])));
}

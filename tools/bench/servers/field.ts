import type { Field } from '../measure/compare.js';
import { floorPlan, kaopuPlan, stockPlan } from './plans.js';
import { Server } from './server.js';

interface FieldOptions {
  readonly folder: string;
  readonly databasePid: number;
  readonly publicUrl: string;
  /** Another build of the API to compare with. */
  readonly before: string | undefined;
}

/** The servers over one database. */
export async function startField(
  url: string,
  { folder, databasePid, publicUrl, before: dist }: FieldOptions,
): Promise<Field> {
  const floor = await Server.start(floorPlan(url, folder), folder);
  const stock = await Server.start(stockPlan(url), folder);
  const kaopu = await Server.start(kaopuPlan(url, folder, publicUrl), folder);
  const before = dist
    ? await Server.start(kaopuPlan(url, folder, publicUrl, dist), folder)
    : undefined;
  return { servers: { floor, stock, kaopu, ...(before && { before }) }, databasePid };
}

export async function stopField({ servers }: Field): Promise<void> {
  await Promise.all(Object.values(servers).map((server) => server.stop()));
}

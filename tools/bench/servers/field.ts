import type { Field } from '../measure/compare.js';
import { floorPlan, kaopuPlan, stockPlan } from './plans.js';
import { Server } from './server.js';

interface FieldOptions {
  readonly folder: string;
  readonly databasePid: number;
  readonly publicUrl: string;
}

/** The three servers over one database. */
export async function startField(
  url: string,
  { folder, databasePid, publicUrl }: FieldOptions,
): Promise<Field> {
  const floor = await Server.start(floorPlan(url, folder), folder);
  const stock = await Server.start(stockPlan(url), folder);
  const kaopu = await Server.start(kaopuPlan(url, folder, publicUrl), folder);
  return { servers: { floor, stock, kaopu }, databasePid };
}

export async function stopField({ servers }: Field): Promise<void> {
  await Promise.all(Object.values(servers).map((server) => server.stop()));
}

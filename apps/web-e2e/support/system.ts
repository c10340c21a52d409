/** Journeys that run side by side: one for each of the two cores CI has. */
export const WORKERS = 2;

/** Where a running system answers, and its database for what no screen can bring about. */
interface System {
  readonly url: string;
  readonly database: string;
}

const urlName = (worker: number | string): string => `KAOPU_E2E_URL_${worker}`;
const databaseName = (worker: number | string): string => `KAOPU_E2E_DATABASE_${worker}`;

/** Tells the workers, which begin later, where the system of one of them is. */
export function announce(worker: number, { url, database }: System): void {
  process.env[urlName(worker)] = url;
  process.env[databaseName(worker)] = database;
}

/** The system of the worker that asks; undefined before there is one. */
export function ownSystem(): System | undefined {
  const worker = process.env['TEST_PARALLEL_INDEX'] ?? '';
  const url = process.env[urlName(worker)];
  return url === undefined ? undefined : { url, database: process.env[databaseName(worker)] ?? '' };
}

import type { ApiHarness } from './api-harness.js';

/** The statements the database is asked while `work` runs, without their values; the outbox apart. */
export async function statementsOf(
  { db }: Pick<ApiHarness, 'db'>,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const statements: string[] = [];
  const { logger } = db;
  const recorder: typeof logger = Object.create(logger) as typeof logger;
  recorder.logQuery = (query) => {
    if (!query.includes('outbox') && !query.endsWith('TRANSACTION')) statements.push(query);
  };
  Object.assign(db, { logger: recorder });
  await work();
  Object.assign(db, { logger });
  return statements.filter((query) => !/^(COMMIT|SET TRANSACTION)/.test(query));
}

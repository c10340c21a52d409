import type { ApiHarness } from './api-harness.js';
import { isForRequest } from './request-marks.js';

/** One statement as the database is asked it. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * The statements the database is asked for the requests `work` makes; not those of the outbox, whose
 * worker and other rounds ask theirs whenever they like.
 */
export async function statementsWithValues(
  { db }: Pick<ApiHarness, 'db'>,
  work: () => Promise<unknown>,
): Promise<Statement[]> {
  const statements: Statement[] = [];
  const { logger } = db;
  const recorder: typeof logger = Object.create(logger) as typeof logger;
  recorder.logQuery = (sql, values) => {
    if (isForRequest() && !sql.endsWith('TRANSACTION')) {
      statements.push({ sql, values: (values as readonly unknown[] | undefined) ?? [] });
    }
  };
  Object.assign(db, { logger: recorder });
  await work();
  Object.assign(db, { logger });
  return statements.filter(({ sql }) => !/^(COMMIT|SET TRANSACTION)/.test(sql));
}

/** The same without their values. */
export async function statementsOf(
  api: Pick<ApiHarness, 'db'>,
  work: () => Promise<unknown>,
): Promise<string[]> {
  return (await statementsWithValues(api, work)).map(({ sql }) => sql);
}

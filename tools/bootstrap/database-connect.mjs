/** The only place where the bootstrap talks to a database. Needs the packages to be installed. */
import { assertFit, connectionMessage } from './database-checks.mjs';
import { Obstacle } from './say.mjs';

const CONNECT_TIMEOUT_MS = 10_000;
const UNKNOWN_DATABASE = 'ER_BAD_DB_ERROR';

/**
 * Connects, creates the database if it is missing, and refuses a server that is not fit.
 *
 * @param {import('./database-url.mjs').DatabaseAddress} address
 * @returns {Promise<{ version: string, empty: boolean }>} `empty` when it has no tables yet
 * @throws {Obstacle} when it cannot be reached, entered, or must not be used
 */
export async function inspectDatabase(address) {
  const connection = await connectOrCreate(address);
  try {
    const answers = await ask(connection);
    assertFit(answers, address);
    const [row] = await rows(
      connection,
      'SELECT COUNT(*) AS n FROM information_schema.tables WHERE table_schema = DATABASE()',
    );
    return { version: answers.version, empty: Number(row?.n) === 0 };
  } finally {
    await connection.end().catch(() => undefined);
  }
}

/**
 * @param {import('./database-url.mjs').DatabaseAddress} address
 * @returns {Promise<boolean>} whether a server answers there and lets this user in
 */
export async function answers(address) {
  try {
    await (await connect(address, undefined, 2_000)).end();
    return true;
  } catch {
    return false;
  }
}

/** @param {import('./database-url.mjs').DatabaseAddress} address */
async function connectOrCreate(address) {
  try {
    return await connect(address, address.database);
  } catch (error) {
    if (!isDriverError(error) || error.code !== UNKNOWN_DATABASE) {
      throw new Obstacle(connectionMessage(isDriverError(error) ? error : {}, address));
    }
  }
  try {
    const connection = await connect(address, undefined);
    await connection.query(
      `CREATE DATABASE IF NOT EXISTS \`${address.database}\` CHARACTER SET utf8mb4`,
    );
    await connection.changeUser({ database: address.database });
    return connection;
  } catch (error) {
    throw new Obstacle(connectionMessage(isDriverError(error) ? error : {}, address));
  }
}

/**
 * @param {import('./database-url.mjs').DatabaseAddress} address
 * @param {string | undefined} database
 */
async function connect({ host, port, user, password }, database, timeout = CONNECT_TIMEOUT_MS) {
  const { createConnection } = await import('mysql2/promise');
  const options = { host, port, user, password, connectTimeout: timeout };
  return createConnection(database === undefined ? options : { ...options, database });
}

/**
 * @param {import('mysql2/promise').Connection} connection
 * @returns {Promise<import('./database-checks.mjs').ServerAnswers>}
 */
async function ask(connection) {
  const [row] = await rows(
    connection,
    `SELECT @@version AS version, @@character_set_database AS charset, @@GLOBAL.sql_mode AS sqlMode,
            @@innodb_flush_log_at_trx_commit AS flushLog, @@log_bin AS logBin, @@sync_binlog AS syncBinlog`,
  );
  return {
    version: String(row?.version),
    databaseCharset: String(row?.charset),
    sqlMode: String(row?.sqlMode),
    flushLogAtCommit: Number(row?.flushLog),
    logBin: Number(row?.logBin) === 1,
    syncBinlog: Number(row?.syncBinlog),
  };
}

/**
 * @param {import('mysql2/promise').Connection} connection
 * @param {string} sql
 * @returns {Promise<Record<string, unknown>[]>}
 */
async function rows(connection, sql) {
  const [result] = await connection.query(sql);
  return Array.isArray(result) ? result.map((row) => ({ ...row })) : [];
}

/**
 * @param {unknown} error
 * @returns {error is Error & { code?: string, errno?: number }}
 */
function isDriverError(error) {
  return error instanceof Error;
}

/** Whether a database server is fit for Kaopu; the first thing that is not becomes a sentence. */
import { Obstacle } from './say.mjs';
import { shownAddress } from './database-url.mjs';

/**
 * What a server says about itself, in its own spelling.
 *
 * @typedef {object} ServerAnswers
 * @property {string} version for example 10.11.19-MariaDB-0+deb12u1
 * @property {string} databaseCharset of the database, not of the server
 * @property {string} sqlMode global
 * @property {number} flushLogAtCommit innodb_flush_log_at_trx_commit
 * @property {boolean} logBin
 * @property {number} syncBinlog
 */

/**
 * The reasons why a server must not be used, each with its remedy; none when it is fit. Isolation
 * and time zone are not here: every connection of the API sets them for itself.
 *
 * @param {ServerAnswers} answers
 * @param {string} database its name, for the remedy
 * @returns {string[]}
 */
export function databaseFaults(answers, database) {
  const faults = [];
  if (!isRecent(answers.version)) {
    faults.push(
      `it is too old (version ${answers.version}); Kaopu needs MariaDB 10.11 or newer, or MySQL 8.0 or newer`,
    );
  }
  if (answers.databaseCharset !== 'utf8mb4') {
    faults.push(
      `its character set is ${answers.databaseCharset}, not utf8mb4, so Chinese text would be lost; ` +
        `create it anew or run: ALTER DATABASE ${database} CHARACTER SET utf8mb4`,
    );
  }
  if (!/\bSTRICT_(TRANS|ALL)_TABLES\b/.test(answers.sqlMode)) {
    faults.push(
      'it is not strict, so wrong values would be cut silently; ' +
        "run: SET GLOBAL sql_mode = CONCAT(@@sql_mode, ',STRICT_TRANS_TABLES') and put it into its configuration",
    );
  }
  if (answers.flushLogAtCommit !== 1) {
    faults.push(
      `innodb_flush_log_at_trx_commit is ${answers.flushLogAtCommit}, so a power cut could lose ` +
        'confirmed registrations; set it to 1',
    );
  }
  if (answers.logBin && answers.syncBinlog !== 1) {
    faults.push(`sync_binlog is ${answers.syncBinlog} while the binary log is on; set it to 1`);
  }
  return faults;
}

/** @param {string} version */
function isRecent(version) {
  // MariaDB may put 5.5.5- in front for the sake of old replicas.
  const [major = 0, minor = 0] = version
    .replace(/^5\.5\.5-/, '')
    .split('.')
    .map(Number.parseFloat);
  const [needMajor, needMinor] = /mariadb/i.test(version) ? [10, 11] : [8, 0];
  return major > needMajor || (major === needMajor && minor >= needMinor);
}

/**
 * The sentence for a server that could not be reached or entered.
 *
 * @param {{ code?: string, errno?: number, message?: string }} error of the database driver
 * @param {import('./database-url.mjs').DatabaseAddress} address
 */
export function connectionMessage(error, address) {
  const where = shownAddress(address);
  switch (error.code) {
    case 'ECONNREFUSED':
      return `No database answers at ${where}. Start it, or correct DATABASE_URL, or unset DATABASE_URL to let Kaopu start a private one.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host ${address.host} in DATABASE_URL is unknown here. Correct DATABASE_URL.`;
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `The database at ${where} did not answer in time. Check the network and DATABASE_URL.`;
    case 'PROTOCOL_CONNECTION_LOST':
    case 'ECONNRESET':
    case 'HANDSHAKE_NO_SSL_SUPPORT':
      return `What answers at ${where} does not speak like MariaDB or MySQL (${error.code}). Check DATABASE_URL.`;
    case 'ER_ACCESS_DENIED_ERROR':
    case 'ER_NOT_SUPPORTED_AUTH_MODE':
    case 'AUTH_SWITCH_PLUGIN_ERROR':
      return `The database at ${where} refuses the user "${address.user}" with this password. Correct DATABASE_URL.`;
    case 'ER_DBACCESS_DENIED_ERROR':
      return `The database user "${address.user}" may not use "${address.database}". Run as its administrator: GRANT ALL ON \`${address.database}%\`.* TO '${address.user}'@'%'`;
    default:
      return `The database at ${where} cannot be used: ${error.message ?? error.code ?? 'unknown reason'}`;
  }
}

/**
 * @param {ServerAnswers} answers
 * @param {import('./database-url.mjs').DatabaseAddress} address
 * @throws {Obstacle} naming every fault
 */
export function assertFit(answers, address) {
  const faults = databaseFaults(answers, address.database);
  if (faults.length > 0) {
    throw new Obstacle(
      `The database ${shownAddress(address)} cannot be used: ${faults.join('. Also, ')}.`,
    );
  }
}

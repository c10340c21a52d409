/** How the private server is set up: the options and the accounts, the same for program and container. */
import { totalmem } from 'node:os';
import { formatDatabaseUrl } from './database-url.mjs';

const MIB = 1024 ** 2;
/** Of the memory this process may use at all: constrained in a container, else the machine's. */
const MEMORY_BYTES = Math.min(totalmem(), process.constrainedMemory?.() || Infinity);

/**
 * Memory for the database's pages, in bytes: a quarter of what is there, so that the rows in use are
 * not read from disk again and again; taken only as it fills.
 *
 * @param {number} memoryBytes
 */
export const bufferPoolBytes = (memoryBytes) =>
  MIB * Math.floor(Math.min(2048, Math.max(128, memoryBytes / 4 / MIB)));

/** Options of every private server. `loose-` ones do not exist in every version. */
export const SERVER_OPTIONS = [
  '--character-set-server=utf8mb4',
  '--sql-mode=STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION',
  '--default-time-zone=+00:00',
  '--innodb-flush-log-at-trx-commit=1',
  '--sync-binlog=1',
  '--transaction-isolation=READ-COMMITTED',
  '--loose-innodb-snapshot-isolation=ON',
  `--innodb-buffer-pool-size=${bufferPoolBytes(MEMORY_BYTES)}`,
  '--skip-name-resolve',
  '--max-connections=300',
  '--max-allowed-packet=64M',
  '--loose-mysqlx=OFF',
  '--loose-performance-schema=OFF',
];

/**
 * Given after {@link SERVER_OPTIONS} to a server whose data nobody wants after this run: it leaves the
 * disk to the operating system. All else is as it ships, so tests see the same database.
 */
export const THROWAWAY_OPTIONS = [
  '--loose-innodb-flush-method=nosync',
  '--innodb-doublewrite=OFF',
  '--sync-binlog=0',
];

/**
 * The statements a private server runs at every start, before it lets anyone in: our account, which
 * owns `kaopu` and every database whose name begins with it, and a root nobody can guess.
 *
 * @param {{ password: string, rootPassword: string, host: string }} access `host` from which the
 *   account may come; both passwords are hexadecimal
 */
export function accountStatements({ password, rootPassword, host }) {
  const account = `'kaopu'@'${host}'`;
  return [
    `ALTER USER 'root'@'localhost' IDENTIFIED BY '${rootPassword}';`,
    `CREATE USER IF NOT EXISTS ${account} IDENTIFIED BY '${password}';`,
    `ALTER USER ${account} IDENTIFIED BY '${password}';`,
    `GRANT ALL PRIVILEGES ON \`kaopu%\`.* TO ${account};`,
    'CREATE DATABASE IF NOT EXISTS kaopu CHARACTER SET utf8mb4;',
    '',
  ].join('\n');
}

/**
 * @param {number} port
 * @param {string} password
 */
export function privateAddress(port, password) {
  return { host: '127.0.0.1', port, user: 'kaopu', password, database: 'kaopu' };
}

/**
 * @param {number} port
 * @param {string} password
 */
export function privateUrl(port, password) {
  return formatDatabaseUrl(privateAddress(port, password));
}

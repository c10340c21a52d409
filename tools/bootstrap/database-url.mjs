/** The address of the database, `mysql://user:password@host:port/name`. */
import { Obstacle } from './say.mjs';

const FORM = 'mysql://user:password@host:3306/kaopu';

/**
 * @typedef {{ host: string, port: number, user: string, password: string, database: string }} DatabaseAddress
 */

/**
 * @param {string} text DATABASE_URL
 * @returns {DatabaseAddress}
 * @throws {Obstacle} when it is not such an address; the sentence never repeats the password
 */
export function parseDatabaseUrl(text) {
  let url;
  try {
    url = new URL(text);
  } catch {
    throw new Obstacle(`DATABASE_URL is not an address of the form ${FORM}.`);
  }
  if (!['mysql:', 'mariadb:'].includes(url.protocol)) {
    throw new Obstacle(
      `DATABASE_URL begins with ${url.protocol}//, but Kaopu needs MariaDB or MySQL: ${FORM}.`,
    );
  }
  const database = decode(url.pathname.slice(1));
  if (url.hostname === '' || url.username === '' || database === '') {
    throw new Obstacle(`DATABASE_URL must name a host, a user and a database: ${FORM}.`);
  }
  if (!/^[A-Za-z0-9_]{1,50}$/.test(database)) {
    throw new Obstacle(
      'The database name in DATABASE_URL may hold only letters, digits and underscores, at most 50.',
    );
  }
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? 3306 : Number(url.port),
    user: decode(url.username),
    password: decode(url.password),
    database,
  };
}

/** @param {DatabaseAddress} address */
export function formatDatabaseUrl({ host, port, user, password, database }) {
  const name = host.includes(':') ? `[${host}]` : host;
  return `mysql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${name}:${port}/${database}`;
}

/**
 * The address as it may be shown: without user and password.
 *
 * @param {DatabaseAddress} address
 */
export function shownAddress({ host, port, database }) {
  return `${host}:${port}/${database}`;
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Obstacle('DATABASE_URL holds a % that is not an encoded character; write it as %25.');
  }
}

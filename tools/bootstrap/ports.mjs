/** TCP ports: reading PORT, finding free ones, and saying so when one is taken. */
import { createServer } from 'node:net';
import { Obstacle } from './say.mjs';

const DEFAULT_PORT = 3000;

/**
 * @param {string | undefined} text the environment variable PORT
 * @returns {number} 1–65535
 * @throws {Obstacle} when it is not a port number
 */
export function readPort(text) {
  if (text === undefined || text === '') {
    return DEFAULT_PORT;
  }
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) {
    throw new Obstacle(`PORT is "${text}", but it must be a number from 1 to 65535.`);
  }
  return port;
}

/**
 * Tries to listen on a port for a moment.
 *
 * @param {number} port 0 lets the system choose
 * @param {string} [host] all addresses when left out
 * @returns {Promise<{ port: number } | { code: string }>}
 */
export function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve({ code: 'code' in error ? String(error.code) : '?' }));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const actual = address !== null && typeof address === 'object' ? address.port : port;
      server.close(() => resolve({ port: actual }));
    });
  });
}

/**
 * A free port on the loopback address, `preferred` when that one is free.
 *
 * @param {number} [preferred]
 */
export async function freePort(preferred = 0) {
  for (const candidate of [preferred, 0]) {
    const answer = await tryPort(candidate, '127.0.0.1');
    if ('port' in answer) {
      return answer.port;
    }
  }
  throw new Obstacle('No TCP port is free on 127.0.0.1.');
}

/**
 * @param {number} port
 * @throws {Obstacle} when the web server could not listen there
 */
export async function assertPortFree(port) {
  for (const host of [undefined, '127.0.0.1']) {
    const answer = await tryPort(port, host);
    if ('code' in answer) {
      throw new Obstacle(portMessage(port, answer.code));
    }
  }
}

/**
 * The sentence for a port that cannot be used.
 *
 * @param {number} port
 * @param {string} code of the error, for example EADDRINUSE
 */
export function portMessage(port, code) {
  const other = port < 1024 ? 3000 : port < 65_535 ? port + 1 : port - 1;
  const advice = `Choose another port: PORT=${other} npm start`;
  if (code === 'EADDRINUSE') {
    return `PORT ${port} is taken by another program (perhaps a Kaopu that is still running). Stop it, or choose another port: PORT=${other} npm start`;
  }
  if (code === 'EACCES') {
    return `PORT ${port} may only be used by an administrator. ${advice}`;
  }
  return `PORT ${port} cannot be used (${code}). ${advice}`;
}

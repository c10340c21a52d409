import { createSecretKey, type KeyObject } from 'node:crypto';

/**
 * A key of the secrets file (base64), imported once. Handed over as bytes, Node imports it again at
 * every use, which costs three times as much as encrypting one cell (docs/performance.md).
 */
export const secretKey = (base64: string): KeyObject =>
  createSecretKey(Buffer.from(base64, 'base64'));

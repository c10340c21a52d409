import { QueryFailedError } from 'typeorm';

function driverCode(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const source: unknown = thrown instanceof QueryFailedError ? thrown.driverError : thrown;
  const code = (source as { code?: unknown }).code;
  return typeof code === 'string' ? code : undefined;
}

const RETRYABLE = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD']);
const UNAVAILABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'PROTOCOL_CONNECTION_LOST',
  'ER_SERVER_SHUTDOWN',
  'ER_CON_COUNT_ERROR',
  'PROTOCOL_SEQUENCE_TIMEOUT',
]);

/** A transaction that lost a fight with another and may simply be run again, whole. */
export const isRetryable = (thrown: unknown): boolean => RETRYABLE.has(driverCode(thrown) ?? '');

/** The database did not answer; nothing is known to be wrong with the request. */
export const isUnavailable = (thrown: unknown): boolean =>
  UNAVAILABLE.has(driverCode(thrown) ?? '');

/** Whether `thrown` is a breach of exactly this unique key. */
export const isUniqueViolation = (thrown: unknown, key: string): boolean =>
  driverCode(thrown) === 'ER_DUP_ENTRY' && thrown instanceof Error && thrown.message.includes(key);

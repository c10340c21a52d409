import { QueryFailedError } from 'typeorm';

/** What the driver tells of an error; it marks those that end a connection as `fatal`. */
interface DriverError {
  readonly code?: unknown;
  readonly fatal?: unknown;
}

/** The database was asked whether it lives and said nothing (guarded-pool.ts). */
export class DatabaseSilent extends Error {
  readonly code = 'DATABASE_SILENT';

  constructor() {
    super('The database does not answer.');
  }
}

function driverError(thrown: unknown): DriverError {
  const source: unknown = thrown instanceof QueryFailedError ? thrown.driverError : thrown;
  return typeof source === 'object' && source !== null ? source : {};
}

function driverCode(thrown: unknown): string | undefined {
  const { code } = driverError(thrown);
  return typeof code === 'string' ? code : undefined;
}

/** mysql2 gives no code to what is asked on a connection that broke before. */
function cameTooLate(thrown: unknown): boolean {
  const { code, fatal } = driverError(thrown);
  return code === undefined && fatal === true;
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
  'DATABASE_SILENT',
]);

/** A transaction that lost a fight with another and may simply be run again, whole. */
export const isRetryable = (thrown: unknown): boolean => RETRYABLE.has(driverCode(thrown) ?? '');

/** The database did not answer; nothing is known to be wrong with the request. */
export const isUnavailable = (thrown: unknown): boolean =>
  UNAVAILABLE.has(driverCode(thrown) ?? '') || cameTooLate(thrown);

/** Whether `thrown` is a breach of exactly this unique key. */
export const isUniqueViolation = (thrown: unknown, key: string): boolean =>
  driverCode(thrown) === 'ER_DUP_ENTRY' && thrown instanceof Error && thrown.message.includes(key);

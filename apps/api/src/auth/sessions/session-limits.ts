import type { AccountKind } from '../accounts/account.entity.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Milliseconds without use, and in all, after which a session is over (promise P11). */
export const SESSION_LIFE = {
  CANDIDATE: { idle: 30 * MINUTE, absolute: 12 * HOUR },
  STAFF: { idle: 15 * MINUTE, absolute: 8 * HOUR },
} as const satisfies Record<AccountKind, { idle: number; absolute: number }>;

/** A sixth log-in ends the oldest session. */
export const MAX_SESSIONS = 5;

/** How long the token before the current one is still taken: for tabs that refresh at once. */
export const GRACE_MILLISECONDS = 10_000;

/** How old another process's knowledge of a session may be. */
export const CACHE_MILLISECONDS = 5_000;

/** Use is written down at most this often. */
export const TOUCH_MILLISECONDS = MINUTE;

interface Times {
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
}

export function isAlive(
  kind: AccountKind,
  { lastUsedAt, expiresAt, endedAt }: Times,
  now: Date,
): boolean {
  const idleUntil = lastUsedAt.getTime() + SESSION_LIFE[kind].idle;
  return endedAt === null && now.getTime() < Math.min(idleUntil, expiresAt.getTime());
}

/** How far an upload by phone has come; the last four are ends. */
export const UploadSessionState = {
  /** The QR code is shown and no phone has opened it. */
  WAITING: 'WAITING',
  CONNECTED: 'CONNECTED',
  UPLOADING: 'UPLOADING',
  /** The file is here; the person at the desktop has not decided yet. */
  RECEIVED: 'RECEIVED',
  CONFIRMED: 'CONFIRMED',
  CANCELLED: 'CANCELLED',
  /** A newer code took its place. */
  REPLACED: 'REPLACED',
  EXPIRED: 'EXPIRED',
} as const;
export type UploadSessionState = keyof typeof UploadSessionState;

/** What the database keeps: running out is a matter of time, not of a write. */
export type StoredState = Exclude<UploadSessionState, 'EXPIRED'>;

/** States in which something may still happen; `upload_session.live_key` says the same. */
export const LIVE_STATES = ['WAITING', 'CONNECTED', 'UPLOADING', 'RECEIVED'] as const;

const LIVE: ReadonlySet<UploadSessionState> = new Set(LIVE_STATES);

export const isLive = (state: UploadSessionState): boolean => LIVE.has(state);

/** What the state rests on. */
export interface Timed {
  readonly state: StoredState;
  readonly expiresAt: Date;
  /** The log-in at the desktop is over: the hand-off dies with it (security.md §1.5). */
  readonly isLoggedOut: boolean;
}

/** The state as it is now. */
export function stateAt({ state, expiresAt, isLoggedOut }: Timed, now: Date): UploadSessionState {
  if (!isLive(state)) return state;
  if (isLoggedOut) return 'CANCELLED';
  return expiresAt <= now ? 'EXPIRED' : state;
}

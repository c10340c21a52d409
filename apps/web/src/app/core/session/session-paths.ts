import type { Session, Side } from './session.js';

/** Where each side signs in and where it lands afterwards. */
export const LOG_IN_PATHS: Readonly<Record<Side, string>> = {
  candidate: '/login',
  staff: '/staff-login',
  authority: '/staff-login',
};

export const LANDING_PATHS: Readonly<Record<Side, string>> = {
  candidate: '/me',
  staff: '/staff',
  authority: '/authority',
};

/**
 * The page to open after signing in: the one that was asked for, if it is a path of ours
 * (never another host: `//host` and `/\host` leave this site), else the landing page of the person's side.
 */
export function pathAfterLogIn(session: Session, returnUrl: string | undefined): string {
  if (returnUrl !== undefined && /^\/(?![/\\])/.test(returnUrl)) {
    return returnUrl;
  }
  const side = session.side();
  return side ? LANDING_PATHS[side] : '/';
}

import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';

import { Session, type Side } from './session.js';
import { LOG_IN_PATHS } from './session-paths.js';
import { SessionRenewal } from './session-renewal.js';

/** Convenience only: the server refuses by itself. Visitors go to log in and come back to the page they asked for. */
function requireSide(side: Side): CanActivateFn {
  return async (_route, state) => {
    const router = inject(Router);
    const session = inject(Session);
    const renewal = inject(SessionRenewal);
    try {
      await renewal.restore();
    } catch {
      // The server cannot be reached: the address stays, so that a reload tries again.
      return new RedirectCommand(router.parseUrl('/unavailable'), { skipLocationChange: true });
    }
    if (!session.signedIn()) {
      return router.createUrlTree([LOG_IN_PATHS[side]], { queryParams: { returnUrl: state.url } });
    }
    return (
      session.side() === side ||
      new RedirectCommand(router.parseUrl('/forbidden'), { skipLocationChange: true })
    );
  };
}

export const requireCandidate = requireSide('candidate');
export const requireStaff = requireSide('staff');
export const requireAuthority = requireSide('authority');

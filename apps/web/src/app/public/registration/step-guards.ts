import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';

import { Registration } from './registration.js';
import { isBefore, type Step } from './steps.js';

/** Opens a step once everything before it is answered; otherwise the first step that is not. */
export function requireStepsBefore(step: Step): CanActivateFn {
  return async () => {
    const router = inject(Router);
    const registration = inject(Registration);
    if (!(await isLoaded(registration))) {
      return unavailable(router);
    }
    const first = registration.firstUnfinished();
    return isBefore(first, step) ? router.parseUrl(`/register/${first}`) : true;
  };
}

/** The plain address goes on where the visitor stopped. */
export const resumeRegistration: CanActivateFn = async () => {
  const router = inject(Router);
  const registration = inject(Registration);
  return (await isLoaded(registration))
    ? router.parseUrl(`/register/${registration.firstUnfinished()}`)
    : unavailable(router);
};

async function isLoaded(registration: Registration): Promise<boolean> {
  try {
    await registration.load();
    return true;
  } catch {
    // The server cannot be reached: the address stays, so that a reload tries again.
    return false;
  }
}

function unavailable(router: Router): RedirectCommand {
  return new RedirectCommand(router.parseUrl('/unavailable'), { skipLocationChange: true });
}

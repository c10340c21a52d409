import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';

import { ProfileEditing } from './profile-editing.js';

/** A page that changes the profile opens with the profile as it is now. */
export const requireProfile: CanActivateFn = async () => {
  const router = inject(Router);
  const editing = inject(ProfileEditing);
  try {
    await editing.load();
    return true;
  } catch {
    // The server cannot be reached: the address stays, so that a reload tries again.
    return new RedirectCommand(router.parseUrl('/unavailable'), { skipLocationChange: true });
  }
};

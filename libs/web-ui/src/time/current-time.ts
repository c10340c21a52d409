import { InjectionToken } from '@angular/core';

/** What time it is now; tests provide another clock. */
export const CURRENT_TIME = new InjectionToken<() => Date>('current time', {
  providedIn: 'root',
  factory: () => () => new Date(),
});

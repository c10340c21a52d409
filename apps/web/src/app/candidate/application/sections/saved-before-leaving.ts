import type { CanDeactivateFn } from '@angular/router';

/** A page that may hold something not yet saved. */
export interface Leavable {
  /** Saves what is waiting; false keeps the reader on the page. */
  leave(): Promise<boolean>;
}

/** Route guard: what was typed reaches the server before the page goes. */
export const savedBeforeLeaving: CanDeactivateFn<Leavable> = (page) => page.leave();

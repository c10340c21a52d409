import { computed, inject, type Signal } from '@angular/core';
import type { Route } from '@angular/router';
import type { Role } from '@kaopu/graphql';

import { Session } from '../session/session.js';

/** Puts a page into its area's navigation: `data: { nav: 'staff.reviews.nav', roles: ['REVIEWER'] } satisfies NavEntry`. */
export interface NavEntry {
  /** Message key of the link. */
  readonly nav: string;
  /** Message key of the sentence under the link on the landing page. */
  readonly about?: string;
  /** Who sees the link; everybody of the area when absent. The server decides about the page. */
  readonly roles?: readonly Role[];
}

export interface AreaLink extends NavEntry {
  /** Relative to the area. */
  readonly path: string;
}

/** The links of an area, read from its own routes. Call in an injection context. */
export function areaLinks(area: Route | null | undefined): Signal<readonly AreaLink[]> {
  const session = inject(Session);
  return computed(() =>
    (area?.children ?? []).flatMap(({ path = '', data }) => {
      const entry = data as NavEntry | undefined;
      const shown = entry?.nav !== undefined && (!entry.roles || session.hasRole(...entry.roles));
      return shown ? [{ ...entry, path }] : [];
    }),
  );
}

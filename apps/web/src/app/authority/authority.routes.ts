import type { Routes } from '@angular/router';

import { withTexts } from '../core/i18n/language-choice.js';
import { requireAuthority } from '../core/session/guards.js';
import { AreaLayout } from '../core/shell/area-layout.js';
import type { NavEntry } from '../core/shell/area-links.js';

const pages: Routes = [
  {
    path: '',
    title: 'authority.landing.title',
    data: { nav: 'authority.landing.nav' } satisfies NavEntry,
    loadComponent: async () =>
      (await import('./landing/authority-landing-page.js')).AuthorityLandingPage,
  },
];

/** The issuing authority's work places, below /authority. */
export const authorityRoutes: Routes = [
  {
    path: '',
    canActivate: [requireAuthority, withTexts('authority')],
    component: AreaLayout,
    children: pages,
  },
];

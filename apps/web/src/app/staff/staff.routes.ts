import type { Routes } from '@angular/router';

import { withTexts } from '../core/i18n/language-choice.js';
import { requireStaff } from '../core/session/guards.js';
import { AreaLayout } from '../core/shell/area-layout.js';
import type { NavEntry } from '../core/shell/area-links.js';

const pages: Routes = [
  {
    path: '',
    title: 'staff.landing.title',
    data: { nav: 'staff.landing.nav' } satisfies NavEntry,
    loadComponent: async () => (await import('./landing/staff-landing-page.js')).StaffLandingPage,
  },
];

/** The exam institution's work places, below /staff. */
export const staffRoutes: Routes = [
  {
    path: '',
    canActivate: [requireStaff, withTexts('staff')],
    component: AreaLayout,
    children: pages,
  },
];

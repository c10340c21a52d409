import type { Routes } from '@angular/router';

import { withTexts } from '../core/i18n/language-choice.js';
import { requireCandidate } from '../core/session/guards.js';
import { AreaLayout } from '../core/shell/area-layout.js';
import type { NavEntry } from '../core/shell/area-links.js';

const pages: Routes = [
  {
    path: 'me',
    title: 'candidate.landing.title',
    data: { nav: 'candidate.landing.nav' } satisfies NavEntry,
    loadComponent: async () =>
      (await import('./landing/candidate-landing-page.js')).CandidateLandingPage,
  },
];

/** What a signed-in candidate may open. Addresses carry no prefix: /me, /applications, /certificates. */
export const candidateRoutes: Routes = [
  {
    path: '',
    canActivate: [requireCandidate, withTexts('candidate')],
    component: AreaLayout,
    children: pages,
  },
];

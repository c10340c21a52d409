import type { Routes } from '@angular/router';

import { withTexts } from '../core/i18n/language-choice.js';
import { requireCandidate } from '../core/session/guards.js';
import { AreaLayout } from '../core/shell/area-layout.js';
import type { NavEntry } from '../core/shell/area-links.js';
import { applicationRoutes } from './application/application.routes.js';

const pages: Routes = [
  {
    path: 'me',
    title: 'candidate.home.title',
    data: { nav: 'candidate.home.nav' } satisfies NavEntry,
    loadComponent: async () => (await import('./home/home-page.js')).CandidateHomePage,
  },
  {
    path: 'apply',
    title: 'candidate.apply.title',
    data: { nav: 'candidate.apply.nav' } satisfies NavEntry,
    loadComponent: async () => (await import('./apply/apply-page.js')).ApplyPage,
  },
  {
    path: 'apply/:track',
    title: 'candidate.apply.chooseItem',
    loadComponent: async () => (await import('./apply/items-page.js')).ItemsPage,
  },
  {
    path: 'apply/:track/:itemCode',
    title: 'candidate.apply.chooseType',
    loadComponent: async () => (await import('./apply/types-page.js')).TypesPage,
  },
  {
    path: 'apply/:track/:itemCode/:registrationType',
    title: 'candidate.eligibility.pageTitle',
    loadComponent: async () => (await import('./apply/eligibility-page.js')).EligibilityPage,
  },
  {
    path: 'applications',
    title: 'candidate.applications.title',
    data: { nav: 'candidate.applications.nav' } satisfies NavEntry,
    loadComponent: async () =>
      (await import('./applications/applications-page.js')).ApplicationsPage,
  },
  {
    path: 'applications/delete',
    title: 'candidate.actions.DELETE.title',
    loadComponent: async () => (await import('./applications/delete-page.js')).DeletePage,
  },
  ...applicationRoutes,
  {
    path: 'certificates',
    title: 'candidate.certificates.title',
    data: { nav: 'candidate.certificates.nav' } satisfies NavEntry,
    loadComponent: async () =>
      (await import('./certificates/certificates-page.js')).CertificatesPage,
  },
  {
    path: 'certificates/:certificateId/certificate-reissue',
    title: 'candidate.request.title.certificate-reissue',
    data: { type: 'certificate-reissue' },
    loadComponent: async () => (await import('./certificates/request-page.js')).RequestPage,
  },
  {
    path: 'certificates/:certificateId/certificate-change',
    title: 'candidate.request.title.certificate-change',
    data: { type: 'certificate-change' },
    loadComponent: async () => (await import('./certificates/request-page.js')).RequestPage,
  },
  {
    path: 'inbox',
    title: 'candidate.inbox.title',
    data: { nav: 'candidate.inbox.nav' } satisfies NavEntry,
    loadComponent: async () => (await import('./inbox/inbox-page.js')).InboxPage,
  },
  {
    path: 'profile',
    data: { nav: 'candidate.profile.nav' } satisfies NavEntry,
    loadChildren: async () => (await import('./profile/profile.routes.js')).profileRoutes,
  },
  {
    path: 'password',
    title: 'candidate.password.title',
    data: { nav: 'candidate.password.nav' } satisfies NavEntry,
    loadComponent: async () => (await import('./account/password-page.js')).PasswordPage,
  },
  {
    path: 'sessions',
    title: 'candidate.sessions.title',
    loadComponent: async () => (await import('./account/sessions-page.js')).SessionsPage,
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

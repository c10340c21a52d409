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
  {
    path: 'batches',
    title: 'authority.batches.title',
    data: {
      nav: 'authority.batches.nav',
      about: 'authority.batches.about',
      roles: ['AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER'],
    } satisfies NavEntry,
    loadComponent: async () => (await import('./batches/batches-page.js')).BatchesPage,
  },
  {
    path: 'batches/:id',
    title: 'authority.batch.pageTitle',
    loadComponent: async () => (await import('./batches/batch-page.js')).BatchPage,
  },
  {
    path: 'register',
    title: 'authority.register.title',
    data: {
      nav: 'authority.register.nav',
      about: 'authority.register.about',
      roles: ['AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER'],
    } satisfies NavEntry,
    loadComponent: async () => (await import('../register/register-page.js')).RegisterPage,
  },
  {
    path: 'register/:id',
    title: 'authority.register.pageTitle',
    loadComponent: async () => (await import('../register/certificate-page.js')).CertificatePage,
  },
  {
    path: 'proposals',
    title: 'authority.proposals.title',
    data: {
      nav: 'authority.proposals.nav',
      about: 'authority.proposals.about',
      roles: ['AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER'],
    } satisfies NavEntry,
    loadComponent: async () => (await import('../register/proposals-page.js')).ProposalsPage,
  },
  {
    path: 'certificates',
    title: 'authority.certificates.title',
    data: {
      nav: 'authority.certificates.nav',
      about: 'authority.certificates.about',
      roles: ['PRINTER'],
    } satisfies NavEntry,
    loadComponent: async () =>
      (await import('./certificates/certificates-page.js')).CertificatesPage,
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

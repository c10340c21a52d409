import type { Routes } from '@angular/router';

import { withTexts } from '../core/i18n/language-choice.js';
import { requireStaff } from '../core/session/guards.js';
import { AreaLayout } from '../core/shell/area-layout.js';
import type { NavEntry } from '../core/shell/area-links.js';
import { CaseActions } from './cases/case-actions.js';

const caseWork = async () => (await import('./cases/case-work-page.js')).CaseWorkPage;

const pages: Routes = [
  {
    path: '',
    title: 'staff.landing.title',
    data: { nav: 'staff.landing.nav' } satisfies NavEntry,
    loadComponent: async () => (await import('./landing/staff-landing-page.js')).StaffLandingPage,
  },
  {
    path: 'reviews',
    title: 'staff.reviews.title',
    data: {
      nav: 'staff.reviews.nav',
      about: 'staff.reviews.about',
      roles: ['REVIEWER', 'INSTITUTION_ADMIN', 'AUDITOR'],
    } satisfies NavEntry,
    loadComponent: async () => (await import('./reviews/reviews-page.js')).ReviewsPage,
  },
  {
    path: 'reviews/:id',
    title: 'staff.review.pageTitle',
    loadComponent: async () => (await import('./reviews/review-page.js')).ReviewPage,
  },
  {
    path: 'deleted',
    title: 'staff.deleted.title',
    data: {
      nav: 'staff.deleted.nav',
      about: 'staff.deleted.about',
      roles: ['REVIEWER', 'INSTITUTION_ADMIN'],
    } satisfies NavEntry,
    loadComponent: async () => (await import('./deleted/deleted-page.js')).DeletedPage,
  },
  {
    path: 'scheduling',
    title: 'staff.scheduling.title',
    data: {
      nav: 'staff.scheduling.nav',
      about: 'staff.scheduling.about',
      roles: ['PLAN_CLERK'],
      page: 'scheduling',
      statuses: ['QUALIFIED'],
      action: 'SCHEDULE',
    } satisfies NavEntry & Record<string, unknown>,
    loadComponent: caseWork,
  },
  {
    path: 'results',
    title: 'staff.results.title',
    data: {
      nav: 'staff.results.nav',
      about: 'staff.results.about',
      roles: ['RESULT_CLERK', 'RESULT_PUBLISHER'],
    } satisfies NavEntry,
    loadComponent: async () => (await import('./results/result-plans-page.js')).ResultPlansPage,
  },
  {
    path: 'results/:planId',
    title: 'staff.results.sheet',
    loadComponent: async () => (await import('./results/result-sheet-page.js')).ResultSheetPage,
  },
  {
    path: 'passed',
    title: 'staff.passed.title',
    data: {
      nav: 'staff.passed.nav',
      about: 'staff.passed.about',
      roles: ['FORWARDER'],
      page: 'passed',
      statuses: ['PASSED', 'ISSUER_RETURNED'],
      action: 'QUEUE_FORWARD',
    } satisfies NavEntry & Record<string, unknown>,
    loadComponent: caseWork,
  },
  {
    path: 'forwarding',
    title: 'staff.forwarding.title',
    data: {
      nav: 'staff.forwarding.nav',
      about: 'staff.forwarding.about',
      roles: ['FORWARDER'],
    } satisfies NavEntry,
    loadComponent: async () => (await import('./forwarding/forwarding-page.js')).ForwardingPage,
  },
  {
    path: 'register',
    title: 'authority.register.title',
    data: {
      nav: 'staff.register.nav',
      about: 'staff.register.about',
      roles: ['AUDITOR'],
    } satisfies NavEntry,
    canActivate: [withTexts('authority')],
    loadComponent: async () => (await import('../register/register-page.js')).RegisterPage,
  },
  {
    path: 'register/:id',
    title: 'authority.register.pageTitle',
    canActivate: [withTexts('authority')],
    loadComponent: async () => (await import('../register/certificate-page.js')).CertificatePage,
  },
  {
    path: 'proposals',
    title: 'authority.proposals.title',
    data: {
      nav: 'staff.proposals.nav',
      about: 'staff.proposals.about',
      roles: ['AUDITOR'],
    } satisfies NavEntry,
    canActivate: [withTexts('authority')],
    loadComponent: async () => (await import('../register/proposals-page.js')).ProposalsPage,
  },
  {
    path: 'api-clients',
    title: 'staff.apiClients.title',
    data: {
      nav: 'staff.apiClients.nav',
      about: 'staff.apiClients.about',
      roles: ['SYSADMIN'],
    } satisfies NavEntry,
    loadComponent: async () => (await import('./api-clients/api-clients-page.js')).ApiClientsPage,
  },
  {
    path: 'rules',
    title: 'staff.rules.title',
    data: {
      nav: 'staff.rules.nav',
      about: 'staff.rules.about',
      roles: ['SYSADMIN', 'AUDITOR'],
    } satisfies NavEntry,
    loadComponent: async () => (await import('./rules/rules-page.js')).RulesPage,
  },
  {
    path: 'rules/:rule',
    title: 'staff.rules.one',
    loadComponent: async () => (await import('./rules/rule-page.js')).RulePage,
  },
];

/** The exam institution's work places, below /staff. */
export const staffRoutes: Routes = [
  {
    path: '',
    providers: [CaseActions],
    canActivate: [requireStaff, withTexts('staff')],
    component: AreaLayout,
    children: pages,
  },
];

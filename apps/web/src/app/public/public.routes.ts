import type { Routes } from '@angular/router';

import { withTexts } from '../core/i18n/language-choice.js';

const pages: Routes = [
  {
    path: 'login',
    title: 'public.logIn.title',
    loadComponent: async () => (await import('./log-in/log-in-page.js')).LogInPage,
  },
  {
    path: 'login/phone',
    title: 'public.logIn.title',
    loadComponent: async () => (await import('./log-in/phone-log-in-page.js')).PhoneLogInPage,
  },
  {
    path: 'login/forgotten',
    title: 'public.forgotten.title',
    loadComponent: async () =>
      (await import('./log-in/forgotten-password-page.js')).ForgottenPasswordPage,
  },
  {
    path: 'staff-login',
    title: 'public.staffLogIn.title',
    loadComponent: async () => (await import('./log-in/staff-log-in-page.js')).StaffLogInPage,
  },
  {
    path: 'register',
    loadChildren: async () =>
      (await import('./registration/registration.routes.js')).registrationRoutes,
  },
  {
    path: 'plans',
    title: 'public.plans.title',
    loadComponent: async () => (await import('./plans/plans-page.js')).PlansPage,
  },
  {
    path: 'verify',
    title: 'public.verify.title',
    loadComponent: async () => (await import('./verify/verify-page.js')).VerifyPage,
  },
  {
    path: 'v/:code',
    title: 'public.certificate.title',
    loadComponent: async () => (await import('./verify/code-page.js')).CodePage,
  },
];

/** What everybody may open. The start page is not here: it is drawn without the connection (app.routes.ts). */
export const publicRoutes: Routes = [
  { path: '', canActivate: [withTexts('public')], children: pages },
];

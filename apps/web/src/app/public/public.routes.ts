import type { Routes } from '@angular/router';

import { withTexts } from '../core/i18n/language-choice.js';

const pages: Routes = [
  {
    path: 'login',
    title: 'public.logIn.title',
    loadComponent: async () => (await import('./log-in/log-in-page.js')).LogInPage,
  },
  {
    path: 'staff-login',
    title: 'public.staffLogIn.title',
    loadComponent: async () => (await import('./log-in/staff-log-in-page.js')).StaffLogInPage,
  },
];

/** What everybody may open. The start page is not here: it is drawn without the connection (app.routes.ts). */
export const publicRoutes: Routes = [
  { path: '', canActivate: [withTexts('public')], children: pages },
];

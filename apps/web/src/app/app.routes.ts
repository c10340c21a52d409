import type { Routes } from '@angular/router';

import { withTexts } from './core/i18n/language-choice.js';

const deadEnd = async () => (await import('./core/shell/dead-end-page.js')).DeadEndPage;

/** The start page stands alone, so that it is drawn before the connection's code arrives; everything else is connected. */
export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'public.home.title',
    canActivate: [withTexts('public')],
    loadComponent: async () => (await import('./public/home/home-page.js')).HomePage,
  },
  {
    path: 'forbidden',
    title: 'app.forbidden.title',
    data: { reason: 'forbidden' },
    loadComponent: deadEnd,
  },
  {
    path: 'unavailable',
    title: 'app.unavailable.title',
    data: { reason: 'unavailable' },
    loadComponent: deadEnd,
  },
  {
    path: '',
    loadChildren: async () => (await import('./connected.routes.js')).connectedRoutes,
  },
  { path: '**', title: 'app.notFound.title', data: { reason: 'notFound' }, loadComponent: deadEnd },
];

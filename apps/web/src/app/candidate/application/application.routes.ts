import type { Routes } from '@angular/router';

import { savedBeforeLeaving } from './sections/saved-before-leaving.js';

/** The pages of one application. Sections come last: their ids are those of the declaration. */
export const applicationRoutes: Routes = [
  {
    path: 'applications/:id',
    title: 'candidate.application.title',
    loadComponent: async () => (await import('./application-page.js')).ApplicationPage,
  },
  {
    path: 'applications/:id/materials',
    title: 'candidate.materials.title',
    loadComponent: async () => (await import('./materials-page.js')).MaterialsPage,
  },
  {
    path: 'applications/:id/plan',
    title: 'candidate.plan.title',
    loadComponent: async () => (await import('./plan-page.js')).PlanPage,
  },
  {
    path: 'applications/:id/check',
    title: 'candidate.check.title',
    loadComponent: async () => (await import('./check-page.js')).CheckPage,
  },
  {
    path: 'applications/:id/submitted',
    title: 'candidate.submitted.title',
    loadComponent: async () => (await import('./submitted-page.js')).SubmittedPage,
  },
  {
    path: 'applications/:id/form',
    title: 'candidate.form.title',
    loadComponent: async () => (await import('./form-page.js')).FormPage,
  },
  {
    path: 'applications/:id/withdraw',
    title: 'candidate.actions.WITHDRAW.title',
    data: { action: 'WITHDRAW' },
    loadComponent: async () => (await import('./act-page.js')).ActPage,
  },
  {
    path: 'applications/:id/delete',
    title: 'candidate.actions.DELETE.title',
    data: { action: 'DELETE' },
    loadComponent: async () => (await import('./act-page.js')).ActPage,
  },
  {
    path: 'applications/:id/:section',
    title: 'candidate.section.title',
    canDeactivate: [savedBeforeLeaving],
    loadComponent: async () => (await import('./sections/section-page.js')).SectionPage,
  },
];

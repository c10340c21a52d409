import type { Routes } from '@angular/router';

import { withTexts } from '../../core/i18n/language-choice.js';
import { requireCandidate } from '../../core/session/guards.js';
import { Registration } from './registration.js';
import { requireStepsBefore, resumeRegistration } from './step-guards.js';

/** 用户注册, one address per step (experience.md §2.1). */
export const registrationRoutes: Routes = [
  {
    path: 'done',
    title: 'public.register.done.title',
    canActivate: [requireCandidate],
    loadComponent: async () => (await import('./done-page.js')).RegistrationDonePage,
  },
  {
    path: '',
    canActivate: [withTexts('person')],
    providers: [Registration],
    children: [
      { path: '', pathMatch: 'full', canActivate: [resumeRegistration], children: [] },
      {
        path: 'identity',
        title: 'public.register.identity.title',
        canActivate: [requireStepsBefore('identity')],
        loadComponent: async () => (await import('./identity/identity-page.js')).IdentityPage,
      },
      {
        path: 'contact',
        title: 'public.register.contact.title',
        canActivate: [requireStepsBefore('contact')],
        loadComponent: async () => (await import('./contact/contact-page.js')).ContactPage,
      },
      {
        path: 'education',
        title: 'public.register.education.title',
        canActivate: [requireStepsBefore('education')],
        loadComponent: async () => (await import('./education/education-page.js')).EducationPage,
      },
      {
        path: 'photo',
        title: 'person.photo.title',
        canActivate: [requireStepsBefore('photo')],
        loadComponent: async () => (await import('./photo/photo-page.js')).PhotoPage,
      },
      {
        path: 'check',
        title: 'public.register.check.title',
        canActivate: [requireStepsBefore('check')],
        loadComponent: async () => (await import('./check/check-page.js')).CheckPage,
      },
    ],
  },
];

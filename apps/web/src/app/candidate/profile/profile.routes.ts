import type { Routes } from '@angular/router';

import { withTexts } from '../../core/i18n/language-choice.js';
import { ProfileEditing } from './profile-editing.js';
import { requireProfile } from './profile-guards.js';

/** 基本信息修改: the whole, and a page for each group that can be changed (manual chapter 4). */
export const profileRoutes: Routes = [
  {
    path: '',
    canActivate: [withTexts('person')],
    providers: [ProfileEditing],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'candidate.profile.title',
        loadComponent: async () => (await import('./profile-page.js')).ProfilePage,
      },
      {
        path: 'notices',
        title: 'candidate.notices.title',
        loadComponent: async () => (await import('./notices-page.js')).NoticesPage,
      },
      {
        path: '',
        canActivate: [requireProfile],
        runGuardsAndResolvers: 'always',
        children: [
          {
            path: 'identity',
            title: 'candidate.profile.person',
            loadComponent: async () => (await import('./identity-page.js')).IdentityChangePage,
          },
          {
            path: 'phone',
            title: 'candidate.profile.phone',
            loadComponent: async () => (await import('./phone-page.js')).PhoneChangePage,
          },
          {
            path: 'contact',
            title: 'candidate.profile.contact',
            loadComponent: async () => (await import('./contact-page.js')).ContactChangePage,
          },
          {
            path: 'education',
            title: 'candidate.profile.education',
            loadComponent: async () => (await import('./education-page.js')).EducationChangePage,
          },
          {
            path: 'employer',
            title: 'candidate.profile.employer',
            loadComponent: async () => (await import('./employer-page.js')).EmployerChangePage,
          },
          {
            path: 'photo',
            title: 'person.photo.title',
            loadComponent: async () => (await import('./photo-page.js')).PhotoChangePage,
          },
        ],
      },
    ],
  },
];

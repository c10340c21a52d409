import type { Routes } from '@angular/router';

import { connectionProviders } from './core/graphql/connection.js';

/** The four areas. Each is a bundle of its own; candidates' addresses carry no prefix. */
export const connectedRoutes: Routes = [
  {
    path: '',
    providers: [connectionProviders],
    children: [
      {
        path: 'staff',
        loadChildren: async () => (await import('./staff/staff.routes.js')).staffRoutes,
      },
      {
        path: 'authority',
        loadChildren: async () => (await import('./authority/authority.routes.js')).authorityRoutes,
      },
      {
        path: '',
        loadChildren: async () => (await import('./public/public.routes.js')).publicRoutes,
      },
      {
        path: '',
        loadChildren: async () => (await import('./candidate/candidate.routes.js')).candidateRoutes,
      },
    ],
  },
];

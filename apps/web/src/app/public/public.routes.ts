import type { Routes } from '@angular/router';

import { withTexts } from '../core/i18n/language-choice.js';

const pages: Routes = [];

/** What everybody may open. The start page is not here: it is drawn without the connection (app.routes.ts). */
export const publicRoutes: Routes = [
  { path: '', canActivate: [withTexts('public')], children: pages },
];

import {
  type ApplicationConfig,
  inject,
  Injector,
  isDevMode,
  provideAppInitializer,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
} from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';

import { routes } from './app.routes.js';
import { LanguageChoice } from './core/i18n/language-choice.js';
import { LANGUAGES } from './core/i18n/translation-files.js';
import { SIGN_IN_AGAIN, type SignInAgain } from './core/session/interruption.js';
import { SESSION_REQUEST } from './core/session/session-renewal.js';
import { PageTitle } from './core/shell/page-title.js';

/** What exists before the first page; the connection to the server comes with the first page that needs it. */
export const appConfig: ApplicationConfig = {
  providers: [
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    { provide: TitleStrategy, useExisting: PageTitle },
    {
      provide: SESSION_REQUEST,
      useFactory: () => {
        const injector = inject(Injector);
        return async () =>
          (await import('./core/session/request-session.js')).requestSession(injector);
      },
    },
    {
      provide: SIGN_IN_AGAIN,
      useFactory: () => {
        const injector = inject(Injector);
        const load = async () => import('./public/log-in/sign-in-again.js');
        return {
          ask: async (side, why) => (await load()).signInAgain(injector, side, why),
          forget: async () => (await load()).forget(injector),
        } satisfies SignInAgain;
      },
    },
    provideTransloco({
      config: {
        availableLangs: [...LANGUAGES],
        defaultLang: 'zh-CN',
        reRenderOnLangChange: true,
        prodMode: !isDevMode(),
        missingHandler: { logMissingKey: isDevMode() },
      },
    }),
    provideAppInitializer(() => inject(LanguageChoice).restore()),
  ],
};

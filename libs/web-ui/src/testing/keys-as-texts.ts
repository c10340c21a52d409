import { type EnvironmentProviders, importProvidersFrom } from '@angular/core';
import { TranslocoTestingModule } from '@jsverse/transloco';

/** For specs: every message is its own key, so that they do not depend on wording. */
export function provideKeysAsTexts(): EnvironmentProviders {
  return importProvidersFrom(
    TranslocoTestingModule.forRoot({
      langs: { 'zh-CN': {} },
      translocoConfig: {
        availableLangs: ['zh-CN'],
        defaultLang: 'zh-CN',
        missingHandler: { logMissingKey: false },
      },
      preloadLangs: true,
    }),
  );
}

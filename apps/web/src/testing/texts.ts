import { type EnvironmentProviders, importProvidersFrom } from '@angular/core';
import { TranslocoTestingModule } from '@jsverse/transloco';

import authorityEn from '../i18n/en/authority.json';
import candidateEn from '../i18n/en/candidate.json';
import coreEn from '../i18n/en/core.json';
import personEn from '../i18n/en/person.json';
import publicEn from '../i18n/en/public.json';
import staffEn from '../i18n/en/staff.json';
import authorityZh from '../i18n/zh-CN/authority.json';
import candidateZh from '../i18n/zh-CN/candidate.json';
import coreZh from '../i18n/zh-CN/core.json';
import personZh from '../i18n/zh-CN/person.json';
import publicZh from '../i18n/zh-CN/public.json';
import staffZh from '../i18n/zh-CN/staff.json';

/** Every message of both languages, by language. */
export const ALL_TEXTS = {
  'zh-CN': { ...coreZh, ...personZh, ...publicZh, ...candidateZh, ...staffZh, ...authorityZh },
  en: { ...coreEn, ...personEn, ...publicEn, ...candidateEn, ...staffEn, ...authorityEn },
};

/** For page specs: the real messages, Chinese first. */
export function provideTexts(): EnvironmentProviders {
  return importProvidersFrom(
    TranslocoTestingModule.forRoot({
      langs: ALL_TEXTS,
      translocoConfig: { availableLangs: ['zh-CN', 'en'], defaultLang: 'zh-CN' },
      preloadLangs: true,
    }),
  );
}

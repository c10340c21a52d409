import type { Translation } from '@jsverse/transloco';

/** The two complete languages; Chinese is the default (experience.md §3.8). */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One message file per language and area; an area's file arrives with the area. */
export const TRANSLATION_AREAS = [
  'core',
  'person',
  'public',
  'candidate',
  'staff',
  'authority',
] as const;
export type TranslationArea = (typeof TRANSLATION_AREAS)[number];

type TranslationFile = () => Promise<{ default: Translation }>;

/** Import functions, so that every file becomes a chunk of its own. */
export const TRANSLATION_FILES: Record<Language, Record<TranslationArea, TranslationFile>> = {
  'zh-CN': {
    core: () => import('../../../i18n/zh-CN/core.json'),
    person: () => import('../../../i18n/zh-CN/person.json'),
    public: () => import('../../../i18n/zh-CN/public.json'),
    candidate: () => import('../../../i18n/zh-CN/candidate.json'),
    staff: () => import('../../../i18n/zh-CN/staff.json'),
    authority: () => import('../../../i18n/zh-CN/authority.json'),
  },
  en: {
    core: () => import('../../../i18n/en/core.json'),
    person: () => import('../../../i18n/en/person.json'),
    public: () => import('../../../i18n/en/public.json'),
    candidate: () => import('../../../i18n/en/candidate.json'),
    staff: () => import('../../../i18n/en/staff.json'),
    authority: () => import('../../../i18n/en/authority.json'),
  },
};

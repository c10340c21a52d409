import { DOCUMENT, inject, type Signal, Service, signal } from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';

import { BrowserStorage } from '../browser-storage.js';
import {
  type Language,
  LANGUAGES,
  TRANSLATION_FILES,
  type TranslationArea,
} from './translation-files.js';

const STORAGE_KEY = 'kaopu.language';

/** The language of the page: loads the message files it needs and remembers the choice in this browser. */
@Service()
export class LanguageChoice {
  private readonly chosen = signal<Language>('zh-CN');
  private readonly areas = new Set<TranslationArea>(['core']);
  private readonly loading = new Map<string, Promise<void>>();

  private readonly transloco = inject(TranslocoService);
  private readonly storage = inject(BrowserStorage);
  private readonly document = inject(DOCUMENT);

  readonly current: Signal<Language> = this.chosen.asReadonly();

  /** Shows the language of the last visit; Chinese on the first. */
  async restore(): Promise<void> {
    const stored = this.storage.read(STORAGE_KEY);
    await this.use(LANGUAGES.find((language) => language === stored) ?? 'zh-CN');
  }

  /** Switches without leaving the page: what was typed stays. The old language stays until every file is here. */
  async use(language: Language): Promise<void> {
    let known: number;
    do {
      known = this.areas.size;
      await Promise.all([...this.areas].map((area) => this.load(language, area)));
      // An area may have been opened in the meantime.
    } while (known !== this.areas.size);
    this.chosen.set(language);
    this.transloco.setActiveLang(language);
    this.document.documentElement.lang = language;
    this.storage.write(STORAGE_KEY, language);
  }

  /** Loads an area's messages in the current language and from now on in every language chosen later. */
  async addArea(area: TranslationArea): Promise<void> {
    this.areas.add(area);
    let loaded: Language;
    do {
      loaded = this.chosen();
      await this.load(loaded, area);
    } while (loaded !== this.chosen());
  }

  private load(language: Language, area: TranslationArea): Promise<void> {
    const key = `${language}/${area}`;
    const known = this.loading.get(key);
    if (known) {
      return known;
    }
    const arriving = TRANSLATION_FILES[language][area]().then(
      (file) => {
        this.transloco.setTranslation(file.default, language);
      },
      (failure: unknown) => {
        this.loading.delete(key);
        throw failure;
      },
    );
    this.loading.set(key, arriving);
    return arriving;
  }
}

/** Route guard: the area's pages open only once their messages are here. */
export function withTexts(area: TranslationArea): CanActivateFn {
  return async () => {
    await inject(LanguageChoice).addArea(area);
    return true;
  };
}

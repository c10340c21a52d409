import { computed, effect, inject, Service, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';

import { LanguageChoice } from '../i18n/language-choice.js';

interface PageName {
  readonly key: string;
  readonly params: Record<string, unknown>;
}

/**
 * The document's title: page, service, and the word for "error" in front while a form has errors
 * (experience.md §1). A route's `title` is a message key.
 */
@Service()
export class PageTitle extends TitleStrategy {
  private readonly page = signal<PageName | undefined>(undefined);
  private readonly title = inject(Title);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);

  /** Whether the page shows an error summary. Cleared by every navigation. */
  readonly invalid = signal(false);

  private readonly text = computed(() => {
    const language = this.language.current();
    const page = this.page();
    const service = this.transloco.translate('app.service', {}, language);
    const name = page ? this.transloco.translate(page.key, page.params, language) : undefined;
    const error = this.invalid() ? this.transloco.translate('app.errorTitle', {}, language) : '';
    return error + [name, service].filter((part) => part !== undefined).join(' - ');
  });

  constructor() {
    super();
    effect(() => {
      this.title.setTitle(this.text());
    });
  }

  /** Names the page once its data is here, for example with an application number. */
  name(key: string, params: Record<string, unknown> = {}): void {
    this.page.set({ key, params });
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    const key = this.buildTitle(snapshot);
    this.page.set(key === undefined ? undefined : { key, params: {} });
    this.invalid.set(false);
  }
}

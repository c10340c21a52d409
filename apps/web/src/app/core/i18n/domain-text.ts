import { inject, Pipe, type PipeTransform, Service } from '@angular/core';
import { text, type TextParams } from '@kaopu/domain';

import { LanguageChoice } from './language-choice.js';

/** The declared rules' own words (states, fields, eligibility, refusals) in the language of the page. */
@Service()
export class DomainText {
  private readonly language = inject(LanguageChoice);

  /** Reads the language as a signal: use it in `computed()` and templates. Throws on an unknown key. */
  of(key: string, params: TextParams = {}): string {
    return text(this.language.current(), key, params);
  }
}

/** `{{ 'state.SUBMITTED.name' | domainText }}` */
@Pipe({ name: 'domainText', pure: false })
export class DomainTextPipe implements PipeTransform {
  private readonly domainText = inject(DomainText);

  transform(key: string, params: TextParams = {}): string {
    return this.domainText.of(key, params);
  }
}

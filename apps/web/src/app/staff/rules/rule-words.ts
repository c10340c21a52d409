import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { hasText, ruleFamily, Track } from '@kaopu/domain';

import { DomainText } from '../../core/i18n/domain-text.js';
import { LanguageChoice } from '../../core/i18n/language-choice.js';
import { numbersOf } from './rule-input.js';

/** The names of rules that are data, and their values as people read them. Reads the language as a signal. */
@Service()
export class RuleWords {
  private readonly words = inject(DomainText);
  private readonly texts = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);

  /** `clause.AGE.INSPECTION` is called after its rule and its track. */
  name(code: string): string {
    const [family = code, ...rest] = code.split('.');
    const about = rest.map((part) => this.partName(family, part));
    return [this.text(`staff.rules.names.${family}`), ...about].join(' · ');
  }

  value(code: string, value: unknown): string {
    if (typeof value === 'boolean' || ruleFamily(code) === 'planChoice' || code === 'lastDay') {
      return this.text(`staff.rules.values.${String(value)}`);
    }
    const numbers = numbersOf(value);
    if (numbers) {
      return numbers.map(([part, one]) => `${this.part(part)} ${String(one)}`).join('；');
    }
    if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) {
      return value.join('、');
    }
    return typeof value === 'number' ? String(value) : JSON.stringify(value, null, 1);
  }

  /** The name of one of several numbers. */
  part(name: string): string {
    return this.text(`staff.rules.parts.${name}`);
  }

  private partName(family: string, part: string): string {
    if (part in Track) {
      return this.words.of(`track.${part}`);
    }
    const key =
      family === 'planChoice' ? `applicationType.${part}.name` : `eligibility.${part}.name`;
    // A row somebody wrote by hand may be about anything, for example an authority.
    return hasText(key) ? this.words.of(key) : part;
  }

  private text(key: string): string {
    this.language.current();
    return this.texts.translate(key);
  }
}

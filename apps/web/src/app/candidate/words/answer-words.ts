import { inject, Service } from '@angular/core';
import {
  type DictionaryCode,
  displayItemCode,
  type FieldDeclaration,
  hasText,
  isBlank,
  isWorkRecord,
} from '@kaopu/domain';

import { DomainText } from '../../core/i18n/domain-text.js';
import { recordOf } from '../application/application-data.js';

/** Answers as sentences for lists to read: codes become the words of their dictionary. */
@Service()
export class AnswerWords {
  private readonly words = inject(DomainText);

  /** One line per value; none when nothing is filled in. */
  of(field: FieldDeclaration, value: unknown): readonly string[] {
    if (isBlank(value)) {
      return [];
    }
    if (Array.isArray(value)) {
      return value.map((entry: unknown) => this.entry(entry));
    }
    if (typeof value === 'boolean') {
      return [this.words.of(`boolean.${value ? 'true' : 'false'}`)];
    }
    return this.ofCode(field.dictionary, value);
  }

  /** A plain value, or the word for a code of a dictionary. */
  ofCode(dictionary: DictionaryCode | undefined, value: unknown): readonly string[] {
    if (isBlank(value)) {
      return [];
    }
    const plain = typeof value === 'string' ? value : JSON.stringify(value);
    return [dictionary === undefined ? plain : this.known(`dict.${dictionary}.${plain}`, plain)];
  }

  /** The label of a field, or the name of a material, that a problem or a verdict names by id. */
  label(id: string): string {
    return this.known(`field.${id}.label`, this.known(`slot.${id}.name`, id));
  }

  private entry(entry: unknown): string {
    if (isWorkRecord(entry)) {
      const kind = this.known(`dict.workKind.${entry.kind}`, entry.kind);
      return `${entry.from} – ${entry.to ?? ''} · ${entry.unit} · ${kind}`;
    }
    return Object.entries(recordOf(entry))
      .filter(([, value]) => typeof value === 'string' && value !== '')
      .map(([key, value]) => (key === 'itemCode' ? displayItemCode(String(value)) : String(value)))
      .join(' · ');
  }

  private known(key: string, fallback: string): string {
    return hasText(key) ? this.words.of(key) : fallback;
  }
}

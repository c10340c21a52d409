import { inject, Service } from '@angular/core';
import {
  type DictionaryCode,
  displayItemCode,
  type FieldDeclaration,
  hasText,
  isBlank,
  isStatedItem,
  isWorkRecord,
  type StatedItem,
} from '@kaopu/domain';

import { DomainText } from '../i18n/domain-text.js';
import { LanguageChoice } from '../i18n/language-choice.js';

/** A subject (科目) of the item an answer is about, as the catalogue names it. */
export interface NamedSubject {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

/** Answers as sentences for lists to read: codes become the words of their dictionary or catalogue. */
@Service()
export class AnswerWords {
  private readonly words = inject(DomainText);
  private readonly language = inject(LanguageChoice);

  /** One line per value; none when nothing is filled in. */
  of(
    field: FieldDeclaration,
    value: unknown,
    subjects: readonly NamedSubject[] = [],
  ): readonly string[] {
    if (isBlank(value)) {
      return [];
    }
    if (Array.isArray(value)) {
      return value.map((entry: unknown) => this.entry(entry, subjects));
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

  /** A subject's name in the language of the page. */
  subject({ name, nameEn }: NamedSubject): string {
    return this.language.current() === 'en' ? nameEn : name;
  }

  /** One certificate row with its dates. */
  heldItem({ itemCode, certificateNo, firstIssueDate, validTo }: StatedItem): string {
    return [
      displayItemCode(itemCode),
      certificateNo,
      `${this.words.of('heldItem.firstIssueDate')} ${firstIssueDate}`,
      `${this.words.of('heldItem.validTo')} ${validTo}`,
    ]
      .filter((part) => part !== '')
      .join(' · ');
  }

  private entry(entry: unknown, subjects: readonly NamedSubject[]): string {
    if (isWorkRecord(entry)) {
      const kind = this.known(`dict.workKind.${entry.kind}`, entry.kind);
      return `${entry.from} – ${entry.to ?? ''} · ${entry.unit} · ${kind}`;
    }
    if (isStatedItem(entry)) {
      return this.heldItem(entry);
    }
    const subject = subjects.find(({ code }) => code === entry);
    return subject ? this.subject(subject) : this.plain(entry);
  }

  private plain(entry: unknown): string {
    return typeof entry === 'string' ? entry : JSON.stringify(entry);
  }

  private known(key: string, fallback: string): string {
    return hasText(key) ? this.words.of(key) : fallback;
  }
}

import { Component, computed, inject, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { displayItemCode, isStatedItem, normaliseStatedItem } from '@kaopu/domain';
import { type ApplicationDetailFragment, ItemsDocument } from '@kaopu/graphql';

import { LanguageChoice } from '../../../core/i18n/language-choice.js';
import { reading } from '../../../core/graphql/reading.js';
import { AnswerRows, type RowChoice } from './answer-rows.js';
import { HELD_PARTS, RegisterNotes } from './register-notes.js';
import type { AnswerRow } from './row-kinds.js';

/** 持证项目: the register's certificates to be confirmed, and the person's own rows (manual ch. 5, 6). */
@Component({
  selector: 'app-held-item-rows',
  imports: [AnswerRows],
  template: `
    <app-answer-rows
      kind="heldItems"
      [fieldId]="fieldId()"
      [field]="field()"
      [choices]="choices()"
      [notes]="notes()"
    />
  `,
})
export class HeldItemRows {
  readonly fieldId = input.required<string>();
  readonly field = input.required<FieldTree<AnswerRow[]>>();
  readonly application = input.required<ApplicationDetailFragment>();

  private readonly register = inject(RegisterNotes);
  private readonly language = inject(LanguageChoice);
  private readonly items = reading(ItemsDocument, () => ({}));

  private readonly rows = computed(() => this.field()().value());

  /** Items of the track, and whatever else the register knows this person to hold. */
  protected readonly choices = computed<readonly RowChoice[]>(() => {
    const isEnglish = this.language.current() === 'en';
    const { item, statedItems } = this.application();
    const stated = new Set(statedItems.map(({ itemCode }) => itemCode));
    return (this.items.data()?.items ?? [item])
      .filter(({ code, track }) => track === item.track || stated.has(code))
      .map(({ code, name, nameEn }) => ({
        code,
        text: `${displayItemCode(code)} ${isEnglish ? nameEn : name}`,
      }));
  });

  /** What the register says otherwise about a row, once the row is saved. */
  protected readonly notes = computed(() =>
    this.rows().map((row) => {
      const typed = normaliseStatedItem(row);
      const compared = isStatedItem(typed)
        ? this.application().statedItems.find((one) =>
            HELD_PARTS.every((part) => one[part] === typed[part]),
          )
        : undefined;
      return compared ? this.register.on(compared) : [];
    }),
  );
}

import { Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { hasText } from '@kaopu/domain';
import { DateField, FieldError, FormAttempt } from '@kaopu/web-ui';

import { DomainText, DomainTextPipe } from '../../../core/i18n/domain-text.js';
import { type AnswerRow, emptyRow, type RowKind, rowsOf } from './row-kinds.js';

/** What a list box of an entry offers. */
export interface RowChoice {
  readonly code: string;
  readonly text: string;
}

/** A list of entries: one group of boxes per entry, with buttons to add and remove. */
@Component({
  selector: 'app-answer-rows',
  imports: [
    DateField,
    DomainTextPipe,
    FieldError,
    FormField,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
  ],
  templateUrl: './answer-rows.html',
  styleUrl: './answer-rows.scss',
  host: {
    role: 'group',
    '[attr.aria-labelledby]': "'answer-' + fieldId()",
    '[attr.aria-describedby]': "'answer-' + fieldId() + '-error'",
  },
})
export class AnswerRows {
  readonly fieldId = input.required<string>();
  readonly kind = input.required<RowKind>();
  readonly field = input.required<FieldTree<AnswerRow[]>>();
  /** For the list boxes of this kind. */
  readonly choices = input.required<readonly RowChoice[]>();
  /** What is said under an entry, in the order of the entries. */
  readonly notes = input<readonly (readonly string[])[]>([]);

  protected readonly attempt = inject(FormAttempt);
  private readonly words = inject(DomainText);

  protected readonly declared = computed(() => rowsOf(this.kind()));
  protected readonly hint = computed(() => {
    const key = `field.${this.fieldId()}.hint`;
    return hasText(key) ? this.words.of(key) : undefined;
  });

  protected add(): void {
    const row = emptyRow(this.kind());
    this.field()().value.update((rows) => [...rows, row]);
  }

  protected remove(index: number): void {
    this.field()().value.update((rows) => rows.filter((_row, at) => at !== index));
  }
}

import { Component, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { dictionaryCodes } from '@kaopu/domain';
import { DateField, FieldError, FormAttempt } from '@kaopu/web-ui';

import { DomainTextPipe } from '../../../core/i18n/domain-text.js';
import { EMPTY_ROW, type WorkRow } from './section-model.js';

/** A work record: one group of boxes per employment, with buttons to add and remove. */
@Component({
  selector: 'app-work-rows',
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
  templateUrl: './work-rows.html',
  styleUrl: './work-rows.scss',
  host: {
    role: 'group',
    '[attr.aria-labelledby]': "'answer-' + fieldId()",
    '[attr.aria-describedby]': "'answer-' + fieldId() + '-error'",
  },
})
export class WorkRows {
  readonly fieldId = input.required<string>();
  readonly field = input.required<FieldTree<WorkRow[]>>();

  protected readonly attempt = inject(FormAttempt);
  protected readonly kinds = dictionaryCodes('workKind');

  protected add(): void {
    this.field()().value.update((rows) => [...rows, EMPTY_ROW]);
  }

  protected remove(index: number): void {
    this.field()().value.update((rows) => rows.filter((_row, at) => at !== index));
  }
}

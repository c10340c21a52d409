import { Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { dictionaryCodes, type DictionaryCode } from '@kaopu/domain';
import { FieldError, FormAttempt } from '@kaopu/web-ui';

import { DomainText } from '../i18n/domain-text.js';

export interface Choice {
  readonly code: string;
  readonly text: string;
}

/** One of several: radio buttons, or a list when `asList`. Choices come from a dictionary or are given. */
@Component({
  selector: 'app-choice-field',
  imports: [FieldError, FormField, MatFormFieldModule, MatInputModule, TranslocoPipe],
  template: `
    @if (asList()) {
      <mat-form-field appearance="outline" subscriptSizing="dynamic">
        <mat-label
          >{{ label() }}
          @if (optional()) {
            {{ 'app.field.optional' | transloco }}
          }
        </mat-label>
        <select matNativeControl [id]="fieldId()" [formField]="field()">
          <option value="">{{ 'app.field.choose' | transloco }}</option>
          @for (choice of offered(); track choice.code) {
            <option [value]="choice.code">{{ choice.text }}</option>
          }
        </select>
        @if (attempt.marks(field())) {
          <mat-error [kpFieldError]="field()" />
        }
      </mat-form-field>
    } @else {
      <fieldset [attr.aria-describedby]="fieldId() + '-error'">
        <legend>{{ label() }}</legend>
        @for (choice of offered(); track choice.code; let first = $first) {
          <label class="radio">
            <input
              type="radio"
              [id]="first ? fieldId() : fieldId() + '-' + choice.code"
              [value]="choice.code"
              [formField]="field()"
            />
            {{ choice.text }}
          </label>
        }
        <p [id]="fieldId() + '-error'" [kpFieldError]="field()"></p>
      </fieldset>
    }
  `,
  styleUrl: './field.scss',
})
export class ChoiceField {
  readonly field = input.required<FieldTree<string>>();
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly optional = input(false);
  readonly asList = input(false);
  readonly dictionary = input<DictionaryCode>();
  readonly choices = input<readonly Choice[]>([]);
  /** Codes of the dictionary that are not offered. */
  readonly without = input<readonly string[]>([]);

  protected readonly attempt = inject(FormAttempt);
  private readonly words = inject(DomainText);

  protected readonly offered = computed<readonly Choice[]>(() => {
    const dictionary = this.dictionary();
    return dictionary === undefined
      ? this.choices()
      : dictionaryCodes(dictionary)
          .filter((code) => !this.without().includes(code))
          .map((code) => ({ code, text: this.words.of(`dict.${dictionary}.${code}`) }));
  });
}

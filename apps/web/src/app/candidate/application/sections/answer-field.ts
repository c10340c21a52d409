import { Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { dictionaryCodes, type FieldDeclaration, hasText } from '@kaopu/domain';
import { DateField, FieldError, FormAttempt } from '@kaopu/web-ui';

import { DomainText } from '../../../core/i18n/domain-text.js';

/** So many choices stand open as radio buttons; more become a list. */
const MOST_RADIOS = 5;

type Control = 'text' | 'multiline' | 'integer' | 'date' | 'radios' | 'list';

/** One field of a declaration, in the control its kind asks for, with label, hint and error. */
@Component({
  selector: 'app-answer-field',
  imports: [DateField, FieldError, FormField, MatFormFieldModule, MatInputModule, TranslocoPipe],
  templateUrl: './answer-field.html',
  styleUrl: './answer-field.scss',
})
export class AnswerField {
  readonly declaration = input.required<FieldDeclaration>();
  readonly field = input.required<FieldTree<string>>();
  readonly disabled = input(false);
  /** Said instead of the declaration's label. */
  readonly name = input<string>();

  protected readonly attempt = inject(FormAttempt);
  private readonly words = inject(DomainText);

  protected readonly id = computed(() => `answer-${this.declaration().id}`);
  protected readonly label = computed(
    () => this.name() ?? this.known(`field.${this.declaration().id}.label`),
  );
  protected readonly hint = computed(() => this.known(`field.${this.declaration().id}.hint`));
  protected readonly required = computed(() => this.declaration().required);

  protected readonly choices = computed(() => {
    const { kind, dictionary } = this.declaration();
    if (kind === 'boolean') {
      return ['true', 'false'].map((code) => ({ code, text: this.known(`boolean.${code}`) }));
    }
    return dictionary === undefined
      ? []
      : dictionaryCodes(dictionary).map((code) => ({
          code,
          text: this.known(`dict.${dictionary}.${code}`),
        }));
  });

  protected readonly control = computed<Control>(() => {
    const { kind } = this.declaration();
    if (kind === 'choice' || kind === 'boolean') {
      return this.choices().length > MOST_RADIOS ? 'list' : 'radios';
    }
    return kind === 'multiline' || kind === 'integer' || kind === 'date' ? kind : 'text';
  });

  private known(key: string): string | undefined {
    return hasText(key) ? this.words.of(key) : undefined;
  }
}

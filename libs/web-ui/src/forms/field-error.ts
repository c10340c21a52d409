import { Component, computed, inject, input } from '@angular/core';
import type { ReadonlyFieldTree } from '@angular/forms/signals';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoService } from '@jsverse/transloco';

import { ErrorText } from './error-text.js';
import { FormAttempt } from './form-attempt.js';

/**
 * The first error of a field, in words, once the form was sent. Inside `mat-form-field` see `FormAttempt.marks`.
 *
 * ```html
 * <mat-error [kpFieldError]="form.idNumber" />              inside mat-form-field
 * <p id="sex-error" [kpFieldError]="form.sex"></p>          beside a radio group
 * ```
 */
@Component({
  // An attribute, so that it fits on mat-error, which mat-form-field looks for by name.
  selector: '[kpFieldError]',
  template: `@if (text(); as words) {
    <span class="kp-visually-hidden">{{ prefix() }}</span>{{ words }}
  }`,
  host: { class: 'kp-remark' },
})
export class FieldError {
  readonly field = input.required<ReadonlyFieldTree<unknown>>({ alias: 'kpFieldError' });

  private readonly attempt = inject(FormAttempt, { optional: true });
  private readonly errorText = inject(ErrorText);
  private readonly transloco = inject(TranslocoService);
  private readonly language = toSignal(this.transloco.langChanges$);

  protected readonly prefix = computed(() => {
    this.language();
    return this.transloco.translate('ui.error.prefix');
  });

  protected readonly text = computed(() => {
    this.language();
    const [error] = this.field()().errors();
    const due = this.attempt ? this.attempt.count() > 0 : this.field()().touched();
    return due && error ? this.errorText.of(error) : undefined;
  });
}

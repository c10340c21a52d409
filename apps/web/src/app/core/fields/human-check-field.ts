import { Component, inject, input, viewChild } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { CaptchaField, FieldError, FormAttempt, type HumanCheckValue } from '@kaopu/web-ui';

import { HumanCheckSource } from '../requests/human-check.js';

/** The human check of a visitor's form, fed from the server, with its error. */
@Component({
  selector: 'app-human-check-field',
  imports: [CaptchaField, FieldError, FormField],
  providers: [HumanCheckSource],
  template: `
    <kp-captcha-field
      id="human-check"
      [formField]="field()"
      [loadPicture]="source.picture"
      [loadChallenge]="source.challenge"
      [showError]="attempt.count() > 0"
      errorId="human-check-error"
    />
    <p id="human-check-error" [kpFieldError]="field()"></p>
  `,
  styleUrl: './field.scss',
})
export class HumanCheckField {
  readonly field = input.required<FieldTree<HumanCheckValue>>();

  protected readonly attempt = inject(FormAttempt);
  protected readonly source = inject(HumanCheckSource);
  private readonly captcha = viewChild.required(CaptchaField);

  /** Another picture or task: an answer is good for one use, right or wrong. */
  renew(): void {
    void this.captcha().renew();
  }
}

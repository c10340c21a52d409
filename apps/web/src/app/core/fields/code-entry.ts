import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { CodeField, FieldError } from '@kaopu/web-ui';

/** The code of a text message, with its error; phones offer it by themselves. */
@Component({
  selector: 'app-code-entry',
  imports: [CodeField, FieldError, FormField, TranslocoPipe],
  template: `
    <kp-code-field
      id="sms-code"
      [label]="'app.code.label' | transloco"
      [hint]="'app.code.hint' | transloco"
      errorId="sms-code-error"
      [formField]="field()"
    />
    <p id="sms-code-error" [kpFieldError]="field()"></p>
  `,
  styleUrl: './field.scss',
})
export class CodeEntry {
  readonly field = input.required<FieldTree<string>>();
}

import { Component, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { FieldError, FormAttempt } from '@kaopu/web-ui';

/** One line of text with label, hint and error. */
@Component({
  selector: 'app-text-field',
  imports: [FieldError, FormField, MatFormFieldModule, MatInputModule, TranslocoPipe],
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label
        >{{ label() }}
        @if (optional()) {
          {{ 'app.field.optional' | transloco }}
        }
      </mat-label>
      <input
        matInput
        type="text"
        spellcheck="false"
        [id]="fieldId()"
        [attr.autocomplete]="autocomplete()"
        [attr.autocapitalize]="autocapitalize()"
        [attr.inputmode]="inputmode()"
        [formField]="field()"
      />
      @if (hint(); as words) {
        <mat-hint>{{ words }}</mat-hint>
      }
      @if (attempt.marks(field())) {
        <mat-error [kpFieldError]="field()" />
      }
    </mat-form-field>
  `,
  styleUrl: './field.scss',
})
export class TextField {
  readonly field = input.required<FieldTree<string>>();
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly optional = input(false);
  readonly autocomplete = input<string>('off');
  readonly autocapitalize = input<string>('off');
  readonly inputmode = input<string>();

  protected readonly attempt = inject(FormAttempt);
}

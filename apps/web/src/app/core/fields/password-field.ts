import { Component, inject, input, signal } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { FieldError, FormAttempt } from '@kaopu/web-ui';

/** A password that can be shown while it is typed; pasting and password managers work. */
@Component({
  selector: 'app-password-field',
  imports: [
    FieldError,
    FormField,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
  ],
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label>{{ label() }}</mat-label>
      <input
        matInput
        spellcheck="false"
        autocapitalize="off"
        [type]="shown() ? 'text' : 'password'"
        [id]="fieldId()"
        [attr.autocomplete]="autocomplete()"
        [formField]="field()"
      />
      <button matButton matSuffix type="button" (click)="shown.set(!shown())">
        {{ (shown() ? 'app.password.hide' : 'app.password.show') | transloco
        }}<span class="kp-visually-hidden"> {{ label() }}</span>
      </button>
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
export class PasswordField {
  readonly field = input.required<FieldTree<string>>();
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly autocomplete = input.required<'current-password' | 'new-password'>();

  protected readonly attempt = inject(FormAttempt);
  protected readonly shown = signal(false);
}

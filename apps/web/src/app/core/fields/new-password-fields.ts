import { Component, input } from '@angular/core';
import { type FieldTree, type SchemaPath, validate } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';

import { PasswordField } from './password-field.js';

/** Characters (domain.md §13); the server also refuses passwords that are easy to guess. */
const PASSWORD_LENGTH = 10;

interface NewPasswordTrees {
  readonly password: FieldTree<string>;
  readonly confirmation: FieldTree<string>;
}

/** A new password, typed twice; rules in `newPasswordRules`. */
@Component({
  selector: 'app-new-password-fields',
  imports: [PasswordField, TranslocoPipe],
  template: `
    <app-password-field
      fieldId="password"
      [label]="label()"
      [hint]="'app.password.hint' | transloco"
      autocomplete="new-password"
      [field]="fields().password"
    />
    <app-password-field
      fieldId="password-confirmation"
      [label]="confirmationLabel()"
      autocomplete="new-password"
      [field]="fields().confirmation"
    />
  `,
})
export class NewPasswordFields {
  readonly fields = input.required<NewPasswordTrees>();
  readonly label = input.required<string>();
  readonly confirmationLabel = input.required<string>();
}

export function newPasswordRules(
  path: Readonly<Record<keyof NewPasswordTrees, SchemaPath<string>>>,
): void {
  validate(path.password, ({ value }) =>
    Array.from(value()).length < PASSWORD_LENGTH
      ? { kind: 'length', message: 'app.error.passwordLength' }
      : undefined,
  );
  validate(path.confirmation, ({ value, valueOf }) =>
    value() === valueOf(path.password)
      ? undefined
      : { kind: 'confirmation', message: 'app.error.confirmation' },
  );
}

import { Component, inject, signal } from '@angular/core';
import { form, FormRoot, submit, validate } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ChangePasswordDocument } from '@kaopu/graphql';
import {
  Banner,
  Countdown,
  ErrorSummary,
  FailureNotice,
  FormAttempt,
  provideFormAttempt,
} from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { Clock } from '../../core/clock.js';
import { NewPasswordFields, newPasswordRules } from '../../core/fields/new-password-fields.js';
import { PasswordField } from '../../core/fields/password-field.js';
import { Command } from '../../core/requests/command.js';
import { type FieldRefusal, Refusals } from '../../core/requests/refusal.js';
import { Waiting } from '../../core/requests/waiting.js';
import { PageTitle } from '../../core/shell/page-title.js';
import { mutate } from '../../core/requests/mutate.js';

const EMPTY = { current: '', password: '', confirmation: '' };

/** 修改密码: the old one, and the new one twice (manual chapter 3). */
@Component({
  selector: 'app-password-page',
  imports: [
    Banner,
    Countdown,
    ErrorSummary,
    FailureNotice,
    FormRoot,
    MatButtonModule,
    NewPasswordFields,
    PasswordField,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './password-page.html',
  providers: [provideFormAttempt()],
  host: { class: 'kp-page' },
})
export class PasswordPage {
  private readonly apollo = inject(Apollo);
  private readonly attempt = inject(FormAttempt);
  protected readonly pageTitle = inject(PageTitle);
  protected readonly waiting = new Waiting(inject(Clock));
  protected readonly command = new Command();
  protected readonly refusals = new Refusals(this.attempt);
  protected readonly isChanged = signal(false);

  private readonly model = signal(EMPTY);

  protected readonly form = form(
    this.model,
    (path) => {
      validate(path.current, ({ value }) =>
        value() === '' ? { kind: 'required', message: 'candidate.password.missing' } : undefined,
      );
      newPasswordRules(path);
      validate(path.password, ({ value, valueOf }) =>
        value() !== '' && value() === valueOf(path.current)
          ? { kind: 'same', message: 'candidate.password.same' }
          : undefined,
      );
    },
    { submission: this.attempt.submission(() => this.change()) },
  );

  protected again(): void {
    void submit(this.form);
  }

  private async change(): Promise<FieldRefusal[] | undefined> {
    this.isChanged.set(false);
    if (!this.refusals.begins(this.form)) {
      return undefined;
    }
    const { current: currentPassword, password: newPassword } = this.model();
    const answer = await this.command.run(
      (idempotencyKey) =>
        mutate(this.apollo, ChangePasswordDocument, {
          input: { currentPassword, newPassword, idempotencyKey },
        }),
      JSON.stringify([currentPassword, newPassword]),
    );
    if (!answer) {
      return undefined;
    }
    const result = answer.changePassword;
    if (result.__typename === 'Done') {
      this.attempt.reset();
      this.model.set(EMPTY);
      this.isChanged.set(true);
      return undefined;
    }
    if (result.__typename === 'RateLimitedError') {
      this.waiting.begin(result.retryAfterSeconds);
    }
    const { current, password } = this.form;
    return this.refusals.show(result, { currentPassword: current, newPassword: password });
  }
}

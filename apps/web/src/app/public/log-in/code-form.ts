import { Component, inject, input, output, signal } from '@angular/core';
import { applyWhen, form, validate } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { Banner, FormAttempt, provideFormAttempt } from '@kaopu/web-ui';

import { Clock } from '../../core/clock.js';
import { CodeEntry } from '../../core/fields/code-entry.js';
import { CodeResend } from '../../core/fields/code-resend.js';
import { NewPasswordFields, newPasswordRules } from '../../core/fields/new-password-fields.js';
import { Command } from '../../core/requests/command.js';
import { type FieldRefusal, type Refusal, Refusals } from '../../core/requests/refusal.js';
import { Waiting } from '../../core/requests/waiting.js';
import { GuardedForm } from './guarded-form.js';

/** Sends what was typed; the page leads on by itself when it is done. */
export type SendCode = (typed: {
  readonly code: string;
  readonly password: string;
}) => Promise<'done' | Refusal>;

/** The code of a text message and, for a forgotten one, the new password. */
@Component({
  selector: 'app-code-form',
  imports: [Banner, CodeEntry, CodeResend, NewPasswordFields, TranslocoPipe, GuardedForm],
  templateUrl: './code-form.html',
  providers: [provideFormAttempt()],
})
export class CodeForm {
  readonly send = input.required<SendCode>();
  readonly submitText = input.required<string>();
  readonly resend = input.required<Waiting>();
  readonly asksPassword = input(false);
  /** Another message is wanted. */
  readonly again = output();

  private readonly attempt = inject(FormAttempt);
  protected readonly waiting = new Waiting(inject(Clock));
  protected readonly command = new Command();
  protected readonly refusals = new Refusals(this.attempt);

  private readonly model = signal({ code: '', password: '', confirmation: '' });

  protected readonly form = form(
    this.model,
    (path) => {
      validate(path.code, ({ value }) =>
        value() === '' && !this.refusals.emptied()
          ? { kind: 'required', message: 'app.error.code' }
          : undefined,
      );
      applyWhen(path, () => this.asksPassword(), newPasswordRules);
    },
    { submission: this.attempt.submission(() => this.confirm()) },
  );

  private async confirm(): Promise<FieldRefusal[] | undefined> {
    if (!this.refusals.begins(this.form)) {
      return undefined;
    }
    const { code, password } = this.model();
    const result = await this.command.run(() => this.send()({ code, password }));
    if (result === undefined || result === 'done') {
      return undefined;
    }
    if (result.retryAfterSeconds !== undefined) {
      this.waiting.begin(result.retryAfterSeconds);
    }
    if (result.code === 'CODE_INVALID') {
      return [{ kind: 'server', message: result.message, fieldTree: this.form.code }];
    }
    return this.refusals.show(result, { password: this.form.password });
  }
}

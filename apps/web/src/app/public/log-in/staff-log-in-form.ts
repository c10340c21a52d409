import { Component, inject, output, signal, viewChild } from '@angular/core';
import { form, validate } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { LogInStaffDocument, type SessionGrantFragment } from '@kaopu/graphql';
import { FormAttempt, type HumanCheckValue, provideFormAttempt, UNANSWERED } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { Clock } from '../../core/clock.js';
import { Session } from '../../core/session/session.js';
import { HumanCheckField } from '../../core/fields/human-check-field.js';
import { PasswordField } from '../../core/fields/password-field.js';
import { TextField } from '../../core/fields/text-field.js';
import { Command } from '../../core/requests/command.js';
import { answered } from '../../core/requests/human-check.js';
import { type FieldRefusal, Refusals } from '../../core/requests/refusal.js';
import { send } from '../../core/requests/send.js';
import { Waiting } from '../../core/requests/waiting.js';
import { SecondFactor } from './second-factor.js';
import { GuardedForm } from './guarded-form.js';

interface Challenge {
  readonly challenge: string;
  readonly enrolmentUri: string | null;
}

/**
 * Log-in of institution and authority staff: password first, then the code of an authenticator app. What stands
 * inside the element is shown above the first step.
 */
@Component({
  selector: 'app-staff-log-in-form',
  imports: [HumanCheckField, PasswordField, SecondFactor, TextField, TranslocoPipe, GuardedForm],
  templateUrl: './staff-log-in-form.html',
  providers: [provideFormAttempt()],
})
export class StaffLogInForm {
  readonly signedIn = output();

  private readonly apollo = inject(Apollo);
  private readonly session = inject(Session);
  private readonly attempt = inject(FormAttempt);
  protected readonly waiting = new Waiting(inject(Clock));
  protected readonly command = new Command();
  protected readonly refusals = new Refusals(this.attempt);
  private readonly humanCheck = viewChild(HumanCheckField);

  /** What the second step answers; in memory only, a reload starts over. */
  protected readonly challenge = signal<Challenge | undefined>(undefined);

  private readonly model = signal<{
    loginName: string;
    password: string;
    humanCheck: HumanCheckValue;
  }>({ loginName: '', password: '', humanCheck: UNANSWERED });

  protected readonly form = form(
    this.model,
    (path) => {
      validate(path.loginName, ({ value }) =>
        value().trim() === '' ? { kind: 'required', message: 'public.error.loginName' } : undefined,
      );
      validate(path.password, ({ value }) =>
        value() === '' && !this.refusals.emptied()
          ? { kind: 'required', message: 'app.error.password' }
          : undefined,
      );
      answered(path.humanCheck, this.refusals.emptied);
    },
    { submission: this.attempt.submission(() => this.logIn()) },
  );

  protected enter(grant: SessionGrantFragment): void {
    this.session.begin(grant);
    this.signedIn.emit();
  }

  protected restart(): void {
    this.attempt.reset();
    this.challenge.set(undefined);
  }

  private async logIn(): Promise<FieldRefusal[] | undefined> {
    if (!this.refusals.begins(this.form)) {
      return undefined;
    }
    const answer = await this.command.run(() =>
      send(this.apollo, LogInStaffDocument, { input: this.model() }),
    );
    if (!answer) {
      return undefined;
    }
    const result = answer.logInStaff;
    this.model.update((model) => ({ ...model, password: '', humanCheck: UNANSWERED }));
    if (result.__typename === 'SecondFactorRequired') {
      this.challenge.set(result);
      return undefined;
    }
    this.humanCheck()?.renew();
    if (result.__typename === 'RateLimitedError') {
      this.waiting.begin(result.retryAfterSeconds);
    }
    const { loginName, password, humanCheck } = this.form;
    return this.refusals.show(result, { loginName, password, humanCheck });
  }
}

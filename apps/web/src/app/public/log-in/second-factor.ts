import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { form, FormField, FormRoot, submit } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { ConfirmSecondFactorDocument, type SessionGrantFragment } from '@kaopu/graphql';
import {
  Banner,
  CodeField,
  Countdown,
  ErrorSummary,
  FailureNotice,
  FieldError,
  FormAttempt,
  provideFormAttempt,
  QrImage,
} from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { Clock } from '../../core/clock.js';
import { PageTitle } from '../../core/shell/page-title.js';
import { Command } from '../../core/requests/command.js';
import { type FieldRefusal, Refusals } from '../../core/requests/refusal.js';
import { send } from '../../core/requests/send.js';
import { Waiting } from '../../core/requests/waiting.js';

/** The second step of a staff log-in; the first time it also ties the authenticator app to the account. */
@Component({
  selector: 'app-second-factor',
  imports: [
    Banner,
    CodeField,
    Countdown,
    ErrorSummary,
    FailureNotice,
    FieldError,
    FormField,
    FormRoot,
    MatButtonModule,
    QrImage,
    TranslocoPipe,
  ],
  templateUrl: './second-factor.html',
  providers: [provideFormAttempt()],
})
export class SecondFactor {
  readonly challenge = input.required<string>();
  /** `otpauth:` address of a new authenticator; null when one is set up already. */
  readonly enrolmentUri = input.required<string | null>();
  readonly confirmed = output<SessionGrantFragment>();
  readonly restart = output();

  private readonly apollo = inject(Apollo);
  private readonly attempt = inject(FormAttempt);
  protected readonly pageTitle = inject(PageTitle);
  protected readonly waiting = new Waiting(inject(Clock));
  protected readonly command = new Command();
  protected readonly refusals = new Refusals(this.attempt);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  /** The secret in groups of four, for typing it into the app. */
  protected readonly secret = computed(() => {
    const uri = this.enrolmentUri();
    const secret = uri === null ? null : new URL(uri).searchParams.get('secret');
    return secret?.replace(/(.{4})(?=.)/g, '$1 ');
  });

  private readonly model = signal({ code: '' });

  protected readonly form = form(this.model, {
    submission: this.attempt.submission(() => this.confirm()),
  });

  constructor() {
    afterNextRender({ read: () => this.heading().nativeElement.focus() });
  }

  protected again(): void {
    void submit(this.form);
  }

  private async confirm(): Promise<FieldRefusal[] | undefined> {
    if (!this.refusals.begins(this.form)) {
      return undefined;
    }
    const { code } = this.model();
    if (code === '') {
      return [{ kind: 'required', message: 'app.error.code', fieldTree: this.form.code }];
    }
    const answer = await this.command.run(() =>
      send(this.apollo, ConfirmSecondFactorDocument, {
        input: { challenge: this.challenge(), code },
      }),
    );
    if (!answer) {
      return undefined;
    }
    const result = answer.confirmSecondFactor;
    if (result.__typename === 'Session') {
      this.confirmed.emit(result);
      return undefined;
    }
    if (result.__typename === 'RateLimitedError') {
      this.waiting.begin(result.retryAfterSeconds);
    }
    this.model.set({ code: '' });
    return this.refusals.show(
      { ...result, problems: [{ path: 'code', message: result.message }] },
      { code: this.form.code },
    );
  }
}

import { Component, inject, input, type OnInit, signal, viewChild } from '@angular/core';
import { form, FormRoot, submit, validate } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { normaliseIdNumber } from '@kaopu/domain';
import { LogInDocument } from '@kaopu/graphql';
import {
  Banner,
  Countdown,
  ErrorSummary,
  FailureNotice,
  FormAttempt,
  type HumanCheckValue,
  provideFormAttempt,
  UNANSWERED,
} from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { Clock } from '../../core/clock.js';
import { DomainText, DomainTextPipe } from '../../core/i18n/domain-text.js';
import { Session } from '../../core/session/session.js';
import { pathAfterLogIn } from '../../core/session/session-paths.js';
import { PageTitle } from '../../core/shell/page-title.js';
import { HumanCheckField } from '../fields/human-check-field.js';
import { PasswordField } from '../fields/password-field.js';
import { TextField } from '../fields/text-field.js';
import { Command } from '../requests/command.js';
import { answered } from '../requests/human-check.js';
import { type FieldRefusal, Refusals } from '../requests/refusal.js';
import { send } from '../requests/send.js';
import { Waiting } from '../requests/waiting.js';

/** 人员登录: ID number, password and human check (manual chapter 2). */
@Component({
  selector: 'app-log-in-page',
  imports: [
    Banner,
    Countdown,
    DomainTextPipe,
    ErrorSummary,
    FailureNotice,
    FormRoot,
    HumanCheckField,
    MatButtonModule,
    PasswordField,
    RouterLink,
    TextField,
    TranslocoPipe,
  ],
  templateUrl: './log-in-page.html',
  providers: [provideFormAttempt()],
  host: { class: 'kp-page' },
})
export class LogInPage implements OnInit {
  /** A number to begin with; taken out of the address at once, because it is personal. */
  readonly id = input<string>();
  readonly returnUrl = input<string>();
  /** `expired` when a session ended by itself. */
  readonly reason = input<string>();

  private readonly apollo = inject(Apollo);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly words = inject(DomainText);
  private readonly attempt = inject(FormAttempt);
  protected readonly pageTitle = inject(PageTitle);
  protected readonly waiting = new Waiting(inject(Clock));
  protected readonly command = new Command();
  protected readonly refusals = new Refusals(this.attempt);
  private readonly humanCheck = viewChild.required(HumanCheckField);

  private readonly model = signal<{
    idNumber: string;
    password: string;
    humanCheck: HumanCheckValue;
  }>({ idNumber: '', password: '', humanCheck: UNANSWERED });

  protected readonly form = form(
    this.model,
    (path) => {
      validate(path.idNumber, ({ value }) =>
        normaliseIdNumber(value()) === ''
          ? { kind: 'required', message: this.words.of('problem.idNumber.EMPTY') }
          : undefined,
      );
      validate(path.password, ({ value }) =>
        value() === '' && !this.refusals.emptied()
          ? { kind: 'required', message: 'public.error.password' }
          : undefined,
      );
      answered(path.humanCheck, this.refusals.emptied);
    },
    { submission: this.attempt.submission(() => this.logIn()) },
  );

  ngOnInit(): void {
    const id = this.id();
    if (id !== undefined) {
      this.model.update((model) => ({ ...model, idNumber: id }));
      void this.router.navigate([], {
        queryParams: { id: null },
        queryParamsHandling: 'merge',
        replaceUrl: true,
      });
    }
  }

  protected again(): void {
    void submit(this.form);
  }

  private async logIn(): Promise<FieldRefusal[] | undefined> {
    if (!this.refusals.begins(this.form)) {
      return undefined;
    }
    const answer = await this.command.run(() =>
      send(this.apollo, LogInDocument, { input: this.model() }),
    );
    if (!answer) {
      return undefined;
    }
    const result = answer.logIn;
    if (result.__typename === 'Session') {
      this.session.begin(result);
      await this.router.navigateByUrl(pathAfterLogIn(this.session, this.returnUrl()));
      return undefined;
    }
    this.model.update((model) => ({ ...model, password: '', humanCheck: UNANSWERED }));
    this.humanCheck().renew();
    if (result.__typename === 'RateLimitedError') {
      this.waiting.begin(result.retryAfterSeconds);
    }
    const { idNumber, password, humanCheck } = this.form;
    return this.refusals.show(result, { idNumber, password, humanCheck });
  }
}

import {
  Component,
  computed,
  inject,
  input,
  type OnInit,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { form, validate } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { normaliseIdNumber } from '@kaopu/domain';
import { LogInDocument } from '@kaopu/graphql';
import { FormAttempt, type HumanCheckValue, provideFormAttempt, UNANSWERED } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { Clock } from '../../core/clock.js';
import { DomainText, DomainTextPipe } from '../../core/i18n/domain-text.js';
import { Session } from '../../core/session/session.js';
import { HumanCheckField } from '../../core/fields/human-check-field.js';
import { PasswordField } from '../../core/fields/password-field.js';
import { TextField } from '../../core/fields/text-field.js';
import { Command } from '../../core/requests/command.js';
import { answered } from '../../core/requests/human-check.js';
import { type FieldRefusal, Refusals } from '../../core/requests/refusal.js';
import { send } from '../../core/requests/send.js';
import { Waiting } from '../../core/requests/waiting.js';
import { GuardedForm } from './guarded-form.js';

/** The log-in of candidates: ID number, password and human check (manual chapter 2). */
@Component({
  selector: 'app-log-in-form',
  imports: [DomainTextPipe, HumanCheckField, PasswordField, TextField, TranslocoPipe, GuardedForm],
  templateUrl: './log-in-form.html',
  providers: [provideFormAttempt()],
})
export class LogInForm implements OnInit {
  /** A number to begin with. */
  readonly idNumber = input('');
  readonly signedIn = output();

  private readonly apollo = inject(Apollo);
  private readonly session = inject(Session);
  private readonly words = inject(DomainText);
  private readonly attempt = inject(FormAttempt);
  protected readonly waiting = new Waiting(inject(Clock));
  protected readonly command = new Command();
  protected readonly refusals = new Refusals(this.attempt);
  private readonly humanCheck = viewChild.required(HumanCheckField);

  private readonly model = signal<{
    idNumber: string;
    password: string;
    humanCheck: HumanCheckValue;
  }>({ idNumber: '', password: '', humanCheck: UNANSWERED });

  /** What stands in the number's box. */
  readonly typedNumber = computed(() => this.model().idNumber);

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
          ? { kind: 'required', message: 'app.error.password' }
          : undefined,
      );
      answered(path.humanCheck, this.refusals.emptied);
    },
    { submission: this.attempt.submission(() => this.logIn()) },
  );

  ngOnInit(): void {
    const idNumber = this.idNumber();
    this.model.update((model) => ({ ...model, idNumber }));
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
      this.signedIn.emit();
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

import {
  Component,
  inject,
  input,
  model,
  output,
  signal,
  viewChild,
  type OnInit,
} from '@angular/core';
import { form, validate } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { isMobilePhone, normaliseIdNumber, normalisePhone } from '@kaopu/domain';
import type { CodeRequestedPartsFragment, StatedOwnerInput } from '@kaopu/graphql';
import { FormAttempt, type HumanCheckValue, provideFormAttempt, UNANSWERED } from '@kaopu/web-ui';

import { Clock } from '../../core/clock.js';
import { HumanCheckField } from '../../core/fields/human-check-field.js';
import { TextField } from '../../core/fields/text-field.js';
import { DomainText, DomainTextPipe } from '../../core/i18n/domain-text.js';
import { Command } from '../../core/requests/command.js';
import { answered } from '../../core/requests/human-check.js';
import { type FieldRefusal, type Refusal, Refusals } from '../../core/requests/refusal.js';
import { Waiting } from '../../core/requests/waiting.js';
import { LogInNumber } from './log-in-number.js';
import { GuardedForm } from './guarded-form.js';

/** Asks the server for a code; what it answers says nothing about the account. */
export type AskForCode = (input: StatedOwnerInput) => Promise<CodeRequestedPartsFragment | Refusal>;

/** ID number and phone as given at registration, and the human check before a message. */
@Component({
  selector: 'app-code-request',
  imports: [DomainTextPipe, HumanCheckField, TextField, TranslocoPipe, GuardedForm],
  templateUrl: './code-request.html',
  providers: [provideFormAttempt()],
})
export class CodeRequest implements OnInit {
  readonly ask = input.required<AskForCode>();
  /** Kept by the page while the code is typed, for another message. */
  readonly phone = model('');
  readonly requested = output<CodeRequestedPartsFragment>();

  private readonly words = inject(DomainText);
  private readonly number = inject(LogInNumber);
  private readonly attempt = inject(FormAttempt);
  protected readonly waiting = new Waiting(inject(Clock));
  protected readonly command = new Command();
  protected readonly refusals = new Refusals(this.attempt);
  private readonly humanCheck = viewChild.required(HumanCheckField);

  private readonly model = signal<{
    idNumber: string;
    phone: string;
    humanCheck: HumanCheckValue;
  }>({ idNumber: this.number.typed(), phone: '', humanCheck: UNANSWERED });

  protected readonly form = form(
    this.model,
    (path) => {
      validate(path.idNumber, ({ value }) =>
        normaliseIdNumber(value()) === ''
          ? { kind: 'required', message: this.words.of('problem.idNumber.EMPTY') }
          : undefined,
      );
      validate(path.phone, ({ value }) =>
        isMobilePhone(normalisePhone(value()))
          ? undefined
          : { kind: 'phone', message: this.words.of('problem.phone') },
      );
      answered(path.humanCheck, this.refusals.emptied);
    },
    { submission: this.attempt.submission(() => this.request()) },
  );

  ngOnInit(): void {
    this.model.update((model) => ({ ...model, phone: this.phone() }));
  }

  private async request(): Promise<FieldRefusal[] | undefined> {
    if (!this.refusals.begins(this.form)) {
      return undefined;
    }
    const typed = this.model();
    this.number.typed.set(typed.idNumber);
    this.phone.set(typed.phone);
    const result = await this.command.run(() => this.ask()(typed));
    if (!result) {
      return undefined;
    }
    if ('challenge' in result) {
      this.requested.emit(result);
      return undefined;
    }
    this.model.update((model) => ({ ...model, humanCheck: UNANSWERED }));
    this.humanCheck().renew();
    if (result.retryAfterSeconds !== undefined) {
      this.waiting.begin(result.retryAfterSeconds);
    }
    const { idNumber, phone, humanCheck } = this.form;
    return this.refusals.show(result, { idNumber, phone, humanCheck });
  }
}

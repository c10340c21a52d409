import { Component, inject, signal, viewChild } from '@angular/core';
import { form, FormField, FormRoot, validate } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { isMobilePhone, normalisePhone } from '@kaopu/domain';
import { RequestRegistrationCodeDocument } from '@kaopu/graphql';
import {
  Banner,
  CodeField,
  Countdown,
  ErrorSummary,
  FailureNotice,
  FieldError,
  FormAttempt,
  type HumanCheckValue,
  provideFormAttempt,
  UNANSWERED,
} from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { Clock } from '../../../core/clock.js';
import { DomainText, DomainTextPipe } from '../../../core/i18n/domain-text.js';
import { PageTitle } from '../../../core/shell/page-title.js';
import { HumanCheckField } from '../../fields/human-check-field.js';
import { TextField } from '../../fields/text-field.js';
import { Command } from '../../requests/command.js';
import { answered } from '../../requests/human-check.js';
import { type FieldRefusal, type Refusal, Refusals } from '../../requests/refusal.js';
import { send } from '../../requests/send.js';
import { Waiting } from '../../requests/waiting.js';
import { Registration } from '../registration.js';

/** Proves that the phone is at hand: a human check before the message, then the code from it. */
@Component({
  selector: 'app-phone-verification',
  imports: [
    Banner,
    CodeField,
    Countdown,
    DomainTextPipe,
    ErrorSummary,
    FailureNotice,
    FieldError,
    FormField,
    FormRoot,
    HumanCheckField,
    MatButtonModule,
    TextField,
    TranslocoPipe,
  ],
  templateUrl: './phone-verification.html',
  providers: [provideFormAttempt()],
})
export class PhoneVerification {
  private readonly apollo = inject(Apollo);
  private readonly words = inject(DomainText);
  private readonly registration = inject(Registration);
  private readonly attempt = inject(FormAttempt);
  protected readonly pageTitle = inject(PageTitle);
  protected readonly command = new Command();
  protected readonly refusals = new Refusals(this.attempt);
  private readonly humanCheck = viewChild(HumanCheckField);

  /** The number a code was sent to; undefined until then. */
  protected readonly sentTo = signal<string | undefined>(undefined);
  /** Until another message may be asked for. */
  protected readonly resend = new Waiting(inject(Clock));
  /** After too many attempts. */
  protected readonly waiting = new Waiting(inject(Clock));

  private readonly phoneModel = signal<{ phone: string; humanCheck: HumanCheckValue }>({
    phone: this.registration.phone() ?? '',
    humanCheck: UNANSWERED,
  });
  private readonly codeModel = signal({ code: '' });

  protected readonly phoneForm = form(
    this.phoneModel,
    (path) => {
      validate(path.phone, ({ value }) =>
        isMobilePhone(normalisePhone(value()))
          ? undefined
          : { kind: 'phone', message: this.words.of('problem.phone') },
      );
      answered(path.humanCheck, this.refusals.emptied);
    },
    { submission: this.attempt.submission(() => this.requestCode()) },
  );

  protected readonly codeForm = form(this.codeModel, {
    submission: this.attempt.submission(() => this.confirm()),
  });

  /** Back to the number; another message needs another human check. */
  protected startOver(): void {
    this.attempt.reset();
    this.phoneModel.update((model) => ({ ...model, humanCheck: UNANSWERED }));
    this.codeModel.set({ code: '' });
    this.sentTo.set(undefined);
  }

  private async requestCode(): Promise<FieldRefusal[] | undefined> {
    if (!this.refusals.begins(this.phoneForm)) {
      return undefined;
    }
    const { humanCheck, phone: typed } = this.phoneModel();
    const phone = normalisePhone(typed);
    const answer = await this.command.run(
      (idempotencyKey) =>
        send(this.apollo, RequestRegistrationCodeDocument, {
          input: { phone, humanCheck, idempotencyKey },
        }),
      phone,
    );
    if (!answer) {
      return undefined;
    }
    const result = answer.requestRegistrationCode;
    if (result.__typename === 'CodeSent') {
      this.attempt.reset();
      this.registration.phoneAsked(phone);
      this.resend.begin(result.resendAfterSeconds);
      this.sentTo.set(phone);
      return undefined;
    }
    this.phoneModel.update((model) => ({ ...model, humanCheck: UNANSWERED }));
    this.humanCheck()?.renew();
    this.waitIfAsked(result);
    const fields = { phone: this.phoneForm.phone, humanCheck: this.phoneForm.humanCheck };
    return this.refusals.show(result, fields);
  }

  private async confirm(): Promise<FieldRefusal[] | undefined> {
    if (!this.refusals.begins(this.codeForm)) {
      return undefined;
    }
    const { code } = this.codeModel();
    if (code === '') {
      return [{ kind: 'required', message: 'public.error.code', fieldTree: this.codeForm.code }];
    }
    const result = await this.command.run(() => this.registration.verifyPhone(code));
    if (result === undefined || result === 'saved') {
      return undefined;
    }
    this.waitIfAsked(result);
    return [{ kind: 'server', message: result.message, fieldTree: this.codeForm.code }];
  }

  private waitIfAsked({ retryAfterSeconds }: Refusal): void {
    if (retryAfterSeconds !== undefined) {
      this.waiting.begin(retryAfterSeconds);
    }
  }
}

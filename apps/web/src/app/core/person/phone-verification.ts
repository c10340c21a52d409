import { Component, inject, input, type OnInit, signal, viewChild } from '@angular/core';
import { form, FormRoot, validate } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { isMobilePhone, normalisePhone } from '@kaopu/domain';
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

import { Clock } from '../clock.js';
import { CodeEntry } from '../fields/code-entry.js';
import { CodeResend } from '../fields/code-resend.js';
import { HumanCheckField } from '../fields/human-check-field.js';
import { PasswordField } from '../fields/password-field.js';
import { TextField } from '../fields/text-field.js';
import { DomainText, DomainTextPipe } from '../i18n/domain-text.js';
import { Command } from '../requests/command.js';
import { answered } from '../requests/human-check.js';
import { type FieldRefusal, type Refusal, Refusals } from '../requests/refusal.js';
import { Waiting } from '../requests/waiting.js';
import { PageTitle } from '../shell/page-title.js';

/** What is asked before a code is sent. */
export interface PhoneRequest {
  readonly phone: string;
  /** Empty where none is asked for. */
  readonly password: string;
  readonly humanCheck: HumanCheckValue;
  readonly idempotencyKey: string;
}

export interface CodeOnItsWay {
  readonly resendAfterSeconds: number;
}

/** How a page has its code sent and confirmed. */
export interface PhoneProof {
  ask(request: PhoneRequest): Promise<CodeOnItsWay | Refusal>;
  confirm(code: string): Promise<'saved' | Refusal>;
}

/** Proves that the phone is at hand: a human check before the message, then the code from it. */
@Component({
  selector: 'app-phone-verification',
  imports: [
    Banner,
    CodeEntry,
    CodeResend,
    Countdown,
    DomainTextPipe,
    ErrorSummary,
    FailureNotice,
    FormRoot,
    HumanCheckField,
    MatButtonModule,
    PasswordField,
    TextField,
    TranslocoPipe,
  ],
  templateUrl: './phone-verification.html',
  providers: [provideFormAttempt()],
})
export class PhoneVerification implements OnInit {
  readonly proof = input.required<PhoneProof>();
  /** A number to begin with. */
  readonly initial = input<string>();
  /** Of the number's box, where it is not just any phone. */
  readonly label = input<string>();
  /** Whether the account's password is asked for, too. */
  readonly asksPassword = input(false);

  private readonly words = inject(DomainText);
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

  private readonly phoneModel = signal<{
    phone: string;
    password: string;
    humanCheck: HumanCheckValue;
  }>({ phone: '', password: '', humanCheck: UNANSWERED });
  private readonly codeModel = signal({ code: '' });

  protected readonly phoneForm = form(
    this.phoneModel,
    (path) => {
      validate(path.phone, ({ value }) =>
        isMobilePhone(normalisePhone(value()))
          ? undefined
          : { kind: 'phone', message: this.words.of('problem.phone') },
      );
      validate(path.password, ({ value }) =>
        this.asksPassword() && value() === '' && !this.refusals.emptied()
          ? { kind: 'required', message: 'app.error.password' }
          : undefined,
      );
      answered(path.humanCheck, this.refusals.emptied);
    },
    { submission: this.attempt.submission(() => this.requestCode()) },
  );

  protected readonly codeForm = form(this.codeModel, {
    submission: this.attempt.submission(() => this.confirm()),
  });

  ngOnInit(): void {
    const phone = this.initial();
    if (phone !== undefined) {
      this.phoneModel.update((model) => ({ ...model, phone }));
    }
  }

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
    const { humanCheck, password, phone: typed } = this.phoneModel();
    const phone = normalisePhone(typed);
    const result = await this.command.run(
      (idempotencyKey) => this.proof().ask({ phone, password, humanCheck, idempotencyKey }),
      phone,
    );
    if (!result) {
      return undefined;
    }
    if ('resendAfterSeconds' in result) {
      this.attempt.reset();
      this.resend.begin(result.resendAfterSeconds);
      this.sentTo.set(phone);
      return undefined;
    }
    this.phoneModel.update((model) => ({ ...model, password: '', humanCheck: UNANSWERED }));
    this.humanCheck()?.renew();
    this.waitIfAsked(result);
    const { phone: number, password: secret, humanCheck: check } = this.phoneForm;
    return this.refusals.show(result, { phone: number, password: secret, humanCheck: check });
  }

  private async confirm(): Promise<FieldRefusal[] | undefined> {
    if (!this.refusals.begins(this.codeForm)) {
      return undefined;
    }
    const { code } = this.codeModel();
    if (code === '') {
      return [{ kind: 'required', message: 'app.error.code', fieldTree: this.codeForm.code }];
    }
    const result = await this.command.run(() => this.proof().confirm(code));
    if (result === undefined || result === 'saved') {
      return undefined;
    }
    this.waitIfAsked(result);
    const message = result.problems?.[0]?.message ?? result.message;
    return [{ kind: 'server', message, fieldTree: this.codeForm.code }];
  }

  private waitIfAsked({ retryAfterSeconds }: Refusal): void {
    if (retryAfterSeconds !== undefined) {
      this.waiting.begin(retryAfterSeconds);
    }
  }
}

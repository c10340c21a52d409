import { Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import {
  form,
  FormField,
  FormRoot,
  type SchemaPath,
  submit,
  validate,
} from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { shanghaiDate } from '@kaopu/domain';
import { ConfigurationDocument, DivisionsDocument } from '@kaopu/graphql';
import {
  Banner,
  Countdown,
  DataState,
  ErrorSummary,
  FailureNotice,
  FieldError,
  FormAttempt,
  provideFormAttempt,
  SummaryList,
} from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { Clock } from '../../../core/clock.js';
import { failureOf } from '../../../core/failure/failure.js';
import { LanguageChoice } from '../../../core/i18n/language-choice.js';
import { Session } from '../../../core/session/session.js';
import { PageTitle } from '../../../core/shell/page-title.js';
import { Command } from '../../../core/requests/command.js';
import {
  fieldNameOf,
  type FieldRefusal,
  type Refusal,
  Refusals,
} from '../../../core/requests/refusal.js';
import { Waiting } from '../../../core/requests/waiting.js';
import { Registration } from '../registration.js';
import { StepHeading } from '../step-heading.js';
import { type Step, stepOf } from '../steps.js';
import { CheckRows } from './check-rows.js';
import { PrivacyNotice } from './privacy-notice.js';

interface StepProblem {
  readonly step: Step;
  readonly message: string;
}

/** Step 5: everything once more, the notice and the declarations; here the account is made (manual chapter 1). */
@Component({
  selector: 'app-check-page',
  imports: [
    Banner,
    Countdown,
    DataState,
    ErrorSummary,
    FailureNotice,
    FieldError,
    FormField,
    FormRoot,
    MatButtonModule,
    PrivacyNotice,
    RouterLink,
    StepHeading,
    SummaryList,
    TranslocoPipe,
  ],
  templateUrl: './check-page.html',
  styleUrl: './check-page.scss',
  providers: [provideFormAttempt(), CheckRows],
  host: { class: 'kp-page' },
})
export class CheckPage {
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private readonly session = inject(Session);
  private readonly registration = inject(Registration);
  private readonly rows = inject(CheckRows);
  private readonly language = inject(LanguageChoice);
  private readonly attempt = inject(FormAttempt);
  private readonly clock = inject(Clock);
  protected readonly pageTitle = inject(PageTitle);
  protected readonly command = new Command();
  protected readonly refusals = new Refusals(this.attempt);
  protected readonly waiting = new Waiting(this.clock);

  private readonly settings = inject(Apollo).watchQuery({
    query: ConfigurationDocument,
    notifyOnNetworkStatusChange: true,
  });
  private readonly settingsResult = toSignal(this.settings.valueChanges);
  private readonly divisionsResult = toSignal(
    inject(Apollo).watchQuery({ query: DivisionsDocument }).valueChanges,
  );

  protected readonly loading = computed(() => this.settingsResult()?.loading ?? true);
  protected readonly failure = computed(() => {
    const error = this.settingsResult()?.error;
    return error === undefined ? undefined : failureOf(error);
  });
  protected readonly noticeVersion = computed(() => {
    const result = this.settingsResult();
    return result?.dataState === 'complete'
      ? result.data.configuration.privacyNoticeVersion
      : undefined;
  });

  protected readonly photo = this.registration.photo;
  protected readonly groups = computed(() => {
    this.language.current();
    return this.rows.groupsOf({
      answers: this.registration.answers(),
      today: shanghaiDate(this.clock.now()),
      phone: this.registration.phone(),
      division: this.division(),
      hasPassword: this.registration.password() !== '',
    });
  });

  /** The number that the server says has an account. */
  private readonly registered = signal<string | undefined>(undefined);
  protected readonly taken = computed(() => {
    const { idNumber, idType } = this.registration.answers();
    return this.registered() === idNumber
      ? { idNumber, isResidentId: idType === 'RESIDENT_ID' }
      : undefined;
  });
  protected readonly problems = signal<readonly StepProblem[]>([]);

  private readonly model = signal({ privacy: false, photoConsent: false, truth: false });

  protected readonly form = form(
    this.model,
    (path) => {
      ticked(path.privacy, 'public.error.privacy');
      ticked(path.photoConsent, 'public.error.photoConsent');
      ticked(path.truth, 'public.error.truth');
    },
    { submission: this.attempt.submission(() => this.register()) },
  );

  protected again(): void {
    void submit(this.form);
  }

  protected retry(): void {
    this.settings.refetch().catch(() => undefined);
  }

  private division(): string {
    const code = this.registration.answers().divisionCode;
    const result = this.divisionsResult();
    const all = result?.dataState === 'complete' ? result.data.divisions : [];
    const city = all.find((division) => division.code === code);
    const province = all.find((division) => division.code === city?.parentCode);
    return [province?.name, city?.name].filter((name) => name !== undefined).join(' ');
  }

  private async register(): Promise<FieldRefusal[] | undefined> {
    const privacyNoticeVersion = this.noticeVersion();
    this.problems.set([]);
    if (!this.refusals.begins(this.form) || privacyNoticeVersion === undefined) {
      return undefined;
    }
    if (this.registration.password() === '') {
      const message = this.transloco.translate('public.error.passwordAgain');
      this.problems.set([{ step: 'contact', message }]);
      return this.showProblems();
    }
    const { photoConsent, truth } = this.model();
    const consent = { privacyNoticeVersion, photoConsent, truthDeclared: truth };
    const result = await this.command.run((key) => this.registration.register(key, consent));
    if (result === undefined) {
      return undefined;
    }
    if (result.__typename === 'Session') {
      this.session.begin(result);
      await this.router.navigateByUrl('/register/done');
      this.registration.reset();
      return undefined;
    }
    return this.refused(result);
  }

  private refused(refusal: Refusal): FieldRefusal[] | undefined {
    if (refusal.code === 'ID_ALREADY_REGISTERED') {
      this.registered.set(this.registration.answers().idNumber);
    }
    if (refusal.retryAfterSeconds !== undefined) {
      this.waiting.begin(refusal.retryAfterSeconds);
    }
    if (!this.registration.phoneVerified()) {
      this.problems.set([{ step: 'contact', message: refusal.message }]);
      return this.showProblems();
    }
    const problems = (refusal.problems ?? []).map((problem) => ({
      field: fieldNameOf(problem),
      message: problem.message,
    }));
    this.registration.refuse(problems);
    if (problems.some(({ field }) => field === 'privacyNoticeVersion')) {
      this.retry();
    }
    this.problems.set(problems.map(({ field, message }) => ({ step: stepOf(field), message })));
    return problems.length > 0 ? this.showProblems() : this.refusals.show(refusal, {});
  }

  /** The summary takes the focus; the links to the steps stand right below it. */
  private showProblems(): FieldRefusal[] | undefined {
    const message = this.transloco.translate('public.register.check.problems');
    return this.refusals.show({ code: 'VALIDATION', message }, {});
  }
}

function ticked(path: SchemaPath<boolean>, message: string): void {
  validate(path, ({ value }) => (value() ? undefined : { kind: 'required', message }));
}

import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormRoot, validate } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { isEmail, isPostcode } from '@kaopu/domain';
import {
  Banner,
  ErrorSummary,
  FailureNotice,
  FormAttempt,
  provideFormAttempt,
} from '@kaopu/web-ui';

import { DomainText, DomainTextPipe } from '../../../core/i18n/domain-text.js';
import { PageTitle } from '../../../core/shell/page-title.js';
import { ChoiceField } from '../../fields/choice-field.js';
import { PasswordField } from '../../fields/password-field.js';
import { TextField } from '../../fields/text-field.js';
import { Command } from '../../requests/command.js';
import { filled } from '../../requests/filled.js';
import { type FieldRefusal, Refusals } from '../../requests/refusal.js';
import { Registration } from '../registration.js';
import { showRefused, unrefused } from '../step-rules.js';
import { addressAfter } from '../steps.js';
import { DivisionFields } from './division-fields.js';

/** Characters (domain.md §13); the server also refuses passwords that are easy to guess. */
const PASSWORD_LENGTH = 10;

const FIELDS = [
  'email',
  'password',
  'employer',
  'employerType',
  'divisionCode',
  'employerAddress',
  'postalAddress',
  'postcode',
] as const;

/** Step 2 once the phone is verified: password, employer and addresses. */
@Component({
  selector: 'app-contact-form',
  imports: [
    Banner,
    ChoiceField,
    DivisionFields,
    DomainTextPipe,
    ErrorSummary,
    FailureNotice,
    FormRoot,
    MatButtonModule,
    PasswordField,
    TextField,
    TranslocoPipe,
  ],
  templateUrl: './contact-form.html',
  providers: [provideFormAttempt()],
})
export class ContactForm {
  readonly from = input<string>();

  private readonly router = inject(Router);
  private readonly words = inject(DomainText);
  private readonly registration = inject(Registration);
  private readonly attempt = inject(FormAttempt);
  protected readonly pageTitle = inject(PageTitle);
  protected readonly command = new Command();
  protected readonly refusals = new Refusals(this.attempt);
  protected readonly phone = this.registration.phone;
  protected readonly phoneProblem = computed(() =>
    this.registration.problemOf('phone', this.phone() ?? ''),
  );

  private readonly model = signal(this.stored());

  protected readonly form = form(
    this.model,
    (path) => {
      validate(path.email, ({ value }) => {
        const email = value().trim();
        return email === '' || isEmail(email)
          ? undefined
          : { kind: 'email', message: this.words.of('problem.email') };
      });
      validate(path.password, ({ value }) =>
        Array.from(value()).length < PASSWORD_LENGTH
          ? { kind: 'length', message: 'public.error.passwordLength' }
          : undefined,
      );
      validate(path.confirmation, ({ value, valueOf }) =>
        value() === valueOf(path.password)
          ? undefined
          : { kind: 'confirmation', message: 'public.error.confirmation' },
      );
      filled(path.employer, 'public.error.employer');
      filled(path.employerType, 'public.error.employerType');
      filled(path.province, 'public.error.province');
      validate(path.divisionCode, ({ value, valueOf }) =>
        value() === '' && valueOf(path.province) !== ''
          ? { kind: 'required', message: 'public.error.city' }
          : undefined,
      );
      filled(path.postalAddress, 'public.error.postalAddress');
      validate(path.postcode, ({ value }) => {
        const postcode = halfWidth(value());
        return postcode === '' || isPostcode(postcode)
          ? undefined
          : { kind: 'postcode', message: this.words.of('problem.postcode') };
      });
      for (const field of FIELDS) {
        unrefused(path[field], field, this.registration);
      }
    },
    { submission: this.attempt.submission(() => this.save()) },
  );

  constructor() {
    showRefused(this.registration, FIELDS, this.attempt);
  }

  private stored() {
    const answers = this.registration.answers();
    const { divisionCode, email, employer, employerType } = answers;
    const { employerAddress, postalAddress, postcode } = answers;
    const password = this.registration.password();
    return {
      email,
      password,
      confirmation: password,
      employer,
      employerType,
      province: provinceOf(divisionCode),
      divisionCode,
      employerAddress,
      postalAddress,
      postcode,
    };
  }

  protected changePhone(): void {
    this.registration.changingPhone.set(true);
  }

  private async save(): Promise<FieldRefusal[] | undefined> {
    if (!this.refusals.begins(this.form)) {
      return undefined;
    }
    const { password, postcode, ...typed } = this.model();
    this.registration.password.set(password);
    const saved = await this.command.run(() =>
      this.registration.save({
        email: typed.email.trim(),
        employer: typed.employer.trim(),
        employerType: typed.employerType,
        divisionCode: typed.divisionCode,
        employerAddress: typed.employerAddress.trim(),
        postalAddress: typed.postalAddress.trim(),
        postcode: halfWidth(postcode),
      }),
    );
    if (saved === 'saved') {
      await this.router.navigateByUrl(addressAfter('contact', this.from()));
      return undefined;
    }
    return (
      saved && this.refusals.show(saved, Object.fromEntries(FIELDS.map((f) => [f, this.form[f]])))
    );
  }
}

function halfWidth(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '');
}

/** The first two digits of a division's code name its province. */
function provinceOf(divisionCode: string): string {
  return divisionCode === '' ? '' : `${divisionCode.slice(0, 2)}0000`;
}

import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  Banner,
  ErrorSummary,
  FailureNotice,
  FormAttempt,
  provideFormAttempt,
} from '@kaopu/web-ui';

import { DomainText, DomainTextPipe } from '../../../core/i18n/domain-text.js';
import { AddressFields } from '../../../core/person/address-fields.js';
import { EmployerFields } from '../../../core/person/employer-fields.js';
import {
  contactRules,
  employerRules,
  halfWidth,
  provinceOf,
} from '../../../core/person/person-rules.js';
import { PageTitle } from '../../../core/shell/page-title.js';
import { NewPasswordFields, newPasswordRules } from '../../../core/fields/new-password-fields.js';
import { TextField } from '../../../core/fields/text-field.js';
import { Command } from '../../../core/requests/command.js';
import { type FieldRefusal, Refusals } from '../../../core/requests/refusal.js';
import { Registration } from '../registration.js';
import { showRefused, unrefused } from '../step-rules.js';
import { addressAfter } from '../steps.js';

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
    AddressFields,
    Banner,
    DomainTextPipe,
    EmployerFields,
    ErrorSummary,
    FailureNotice,
    FormRoot,
    MatButtonModule,
    NewPasswordFields,
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
      contactRules(path, (key) => this.words.of(key));
      employerRules(path);
      newPasswordRules(path);
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

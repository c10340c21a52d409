import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, FormRoot, validate } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  checkIdNumber,
  isCountryCode,
  isPersonName,
  normaliseName,
  shanghaiDate,
} from '@kaopu/domain';
import {
  DateField,
  ErrorSummary,
  FailureNotice,
  FieldError,
  FormAttempt,
  provideFormAttempt,
} from '@kaopu/web-ui';

import { Clock } from '../../../core/clock.js';
import { DomainText, DomainTextPipe } from '../../../core/i18n/domain-text.js';
import { PageTitle } from '../../../core/shell/page-title.js';
import { ChoiceField } from '../../../core/fields/choice-field.js';
import { TextField } from '../../../core/fields/text-field.js';
import { Command } from '../../../core/requests/command.js';
import { filled } from '../../../core/requests/filled.js';
import { type FieldRefusal, Refusals } from '../../../core/requests/refusal.js';
import { asksBirth, isIdType } from '../answers.js';
import { Registration } from '../registration.js';
import { StepHeading } from '../step-heading.js';
import { showRefused, unrefused } from '../step-rules.js';
import { addressAfter } from '../steps.js';

const FIELDS = ['idType', 'idNumber', 'idCountry', 'name', 'sex', 'birthDate'] as const;

/** Documents that this service does not take for now (domain.md §14: off by default). */
const NOT_OFFERED = ['MILITARY_ID'];

/** Step 1: who registers. Birth date and sex are read from the number where it tells them. */
@Component({
  selector: 'app-identity-page',
  imports: [
    ChoiceField,
    DateField,
    DomainTextPipe,
    ErrorSummary,
    FailureNotice,
    FieldError,
    FormField,
    FormRoot,
    MatButtonModule,
    RouterLink,
    StepHeading,
    TextField,
    TranslocoPipe,
  ],
  templateUrl: './identity-page.html',
  providers: [provideFormAttempt()],
  host: { class: 'kp-page' },
})
export class IdentityPage {
  /** `check` when the reader came from the answers to check. */
  readonly from = input<string>();

  private readonly router = inject(Router);
  private readonly words = inject(DomainText);
  private readonly registration = inject(Registration);
  private readonly today = shanghaiDate(inject(Clock).now());
  protected readonly attempt = inject(FormAttempt);
  protected readonly pageTitle = inject(PageTitle);
  protected readonly command = new Command();
  protected readonly refusals = new Refusals(this.attempt);
  protected readonly notOffered = NOT_OFFERED;

  private readonly model = signal(this.stored());

  private readonly checked = computed(() => {
    const { idType, idNumber, idCountry } = this.model();
    return isIdType(idType)
      ? checkIdNumber(idType, idNumber, this.today, idCountry.toUpperCase())
      : undefined;
  });

  protected readonly asksBirth = computed(() => {
    const { idType, idNumber } = this.model();
    return asksBirth(idType, idNumber);
  });
  protected readonly isPassport = computed(() => this.model().idType === 'PASSPORT');
  /** Birth date and sex as the number tells them. */
  protected readonly derived = computed(() => {
    const check = this.checked();
    return check?.ok && check.birthDate !== null && check.sex !== null
      ? { birthDate: check.birthDate, sex: check.sex }
      : undefined;
  });

  protected readonly form = form(
    this.model,
    (path) => {
      filled(path.idType, 'public.error.idType');
      validate(path.idNumber, () => {
        const check = this.checked();
        return check === undefined || check.ok
          ? undefined
          : { kind: 'idNumber', message: this.words.of(check.messageKey) };
      });
      validate(path.idCountry, ({ value }) =>
        !this.isPassport() || isCountryCode(value().trim().toUpperCase())
          ? undefined
          : { kind: 'country', message: 'public.error.idCountry' },
      );
      validate(path.name, ({ value }) =>
        isPersonName(normaliseName(value()))
          ? undefined
          : { kind: 'name', message: this.words.of('problem.name') },
      );
      validate(path.birthDate, ({ value }) => {
        if (!this.asksBirth() || (value() !== '' && value() <= this.today)) {
          return undefined;
        }
        return { kind: 'birthDate', message: 'public.error.birthDate' };
      });
      validate(path.sex, ({ value }) =>
        !this.asksBirth() || value() !== ''
          ? undefined
          : { kind: 'required', message: 'person.error.sex' },
      );
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
    const { idType, idNumber, idCountry, name, sex, birthDate } = this.registration.answers();
    return {
      idType: idType === '' ? 'RESIDENT_ID' : idType,
      idNumber,
      idCountry,
      name,
      sex,
      birthDate,
    };
  }

  private async save(): Promise<FieldRefusal[] | undefined> {
    if (!this.refusals.begins(this.form)) {
      return undefined;
    }
    const check = this.checked();
    const { idType, idCountry, name, sex, birthDate } = this.model();
    const saved = await this.command.run(() =>
      this.registration.save({
        idType,
        idNumber: check?.ok ? check.canonical : '',
        idCountry: idCountry.trim().toUpperCase(),
        name: normaliseName(name),
        sex,
        birthDate,
      }),
    );
    if (saved === 'saved') {
      await this.router.navigateByUrl(addressAfter('identity', this.from()));
      return undefined;
    }
    return (
      saved && this.refusals.show(saved, Object.fromEntries(FIELDS.map((f) => [f, this.form[f]])))
    );
  }
}

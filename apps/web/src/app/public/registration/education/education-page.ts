import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, FormRoot, validate } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { shanghaiDate } from '@kaopu/domain';
import {
  DateField,
  ErrorSummary,
  FailureNotice,
  FieldError,
  FormAttempt,
  provideFormAttempt,
} from '@kaopu/web-ui';

import { Clock } from '../../../core/clock.js';
import { DomainTextPipe } from '../../../core/i18n/domain-text.js';
import { PageTitle } from '../../../core/shell/page-title.js';
import { ChoiceField } from '../../fields/choice-field.js';
import { TextField } from '../../fields/text-field.js';
import { Command } from '../../requests/command.js';
import { filled } from '../../requests/filled.js';
import { type FieldRefusal, Refusals } from '../../requests/refusal.js';
import { Registration } from '../registration.js';
import { StepHeading } from '../step-heading.js';
import { showRefused, unrefused } from '../step-rules.js';
import { addressAfter } from '../steps.js';
import { isMajorSettled, type MajorAnswer, majorToSave } from './major-answer.js';
import { type Major, MajorSearch } from './major-search.js';

const FIELDS = [
  'education',
  'degree',
  'school',
  'graduationDate',
  'majorType',
  'major',
  'title',
  'workYears',
] as const;

/** A working life; more is a typing error. */
const MOST_WORK_YEARS = 60;

/** Step 3: education, major and work. */
@Component({
  selector: 'app-education-page',
  imports: [
    ChoiceField,
    DateField,
    DomainTextPipe,
    ErrorSummary,
    FailureNotice,
    FieldError,
    FormField,
    FormRoot,
    MajorSearch,
    MatButtonModule,
    StepHeading,
    TextField,
    TranslocoPipe,
  ],
  templateUrl: './education-page.html',
  styleUrl: './education-page.scss',
  providers: [provideFormAttempt()],
  host: { class: 'kp-page' },
})
export class EducationPage {
  /** `check` when the reader came from the answers to check. */
  readonly from = input<string>();

  private readonly router = inject(Router);
  private readonly registration = inject(Registration);
  private readonly today = shanghaiDate(inject(Clock).now());
  protected readonly attempt = inject(FormAttempt);
  protected readonly pageTitle = inject(PageTitle);
  protected readonly command = new Command();
  protected readonly refusals = new Refusals(this.attempt);

  private readonly model = signal(this.stored());

  protected readonly isStem = computed(() => this.model().majorType === 'STEM');
  protected readonly searches = computed(() => this.isStem() && !this.model().notListed);
  /** The catalogue entry that still stands behind the typed name. */
  protected readonly entry = computed(() => {
    const { majorCatalogue, majorCode } = majorToSave(this.model());
    return majorCode === '' ? undefined : { year: majorCatalogue, code: majorCode };
  });

  protected readonly form = form(
    this.model,
    (path) => {
      filled(path.education, 'public.error.education');
      filled(path.degree, 'public.error.degree');
      filled(path.school, 'public.error.school');
      validate(path.graduationDate, ({ value }) =>
        value() === '' || value() > this.today
          ? { kind: 'graduation', message: 'public.error.graduationDate' }
          : undefined,
      );
      filled(path.majorType, 'public.error.majorType');
      filled(path.major, 'public.error.major');
      validate(path.major, ({ value }) =>
        value().trim() === '' || isMajorSettled(this.model())
          ? undefined
          : { kind: 'major', message: 'public.error.majorNotChosen' },
      );
      filled(path.title, 'public.error.title');
      validate(path.workYears, ({ value }) => {
        const years = value().normalize('NFKC').trim();
        return /^\d{1,2}$/.test(years) && Number(years) <= MOST_WORK_YEARS
          ? undefined
          : { kind: 'workYears', message: 'public.error.workYears' };
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

  protected choose({ name, catalogue, code }: Major): void {
    this.model.update((model) => ({
      ...model,
      major: name,
      chosen: { name, catalogue, code },
    }));
    this.form.major().focusBoundControl();
  }

  private stored() {
    const answers = this.registration.answers();
    const { education, degree, school, graduationDate, title, workYears } = answers;
    const { majorType, major, majorCatalogue, majorCode } = answers;
    const answer: MajorAnswer = {
      majorType,
      major,
      notListed: majorType === 'STEM' && major !== '' && majorCode === '',
      chosen: { name: majorCode === '' ? '' : major, catalogue: majorCatalogue, code: majorCode },
    };
    return { education, degree, school, graduationDate, ...answer, title, workYears };
  }

  private async save(): Promise<FieldRefusal[] | undefined> {
    if (!this.refusals.begins(this.form)) {
      return undefined;
    }
    const { education, degree, school, graduationDate, title, workYears } = this.model();
    const saved = await this.command.run(() =>
      this.registration.save({
        education,
        degree,
        school: school.trim(),
        graduationDate,
        ...majorToSave(this.model()),
        title,
        workYears: String(Number(workYears.normalize('NFKC'))),
      }),
    );
    if (saved === 'saved') {
      await this.router.navigateByUrl(addressAfter('education', this.from()));
      return undefined;
    }
    return (
      saved && this.refusals.show(saved, Object.fromEntries(FIELDS.map((f) => [f, this.form[f]])))
    );
  }
}

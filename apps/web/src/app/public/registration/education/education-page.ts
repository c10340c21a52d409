import { Component, inject, input, signal } from '@angular/core';
import { form, FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { shanghaiDate } from '@kaopu/domain';
import { ErrorSummary, FailureNotice, FormAttempt, provideFormAttempt } from '@kaopu/web-ui';

import { Clock } from '../../../core/clock.js';
import { EducationFields } from '../../../core/person/education-fields.js';
import { isMajorSettled, majorToSave, savedMajor } from '../../../core/person/major-answer.js';
import { educationRules, halfWidth } from '../../../core/person/person-rules.js';
import { PageTitle } from '../../../core/shell/page-title.js';
import { Command } from '../../../core/requests/command.js';
import { type FieldRefusal, Refusals } from '../../../core/requests/refusal.js';
import { Registration } from '../registration.js';
import { StepHeading } from '../step-heading.js';
import { showRefused, unrefused } from '../step-rules.js';
import { addressAfter } from '../steps.js';

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

/** Step 3: education, major and work. */
@Component({
  selector: 'app-education-page',
  imports: [
    EducationFields,
    ErrorSummary,
    FailureNotice,
    FormRoot,
    MatButtonModule,
    StepHeading,
    TranslocoPipe,
  ],
  templateUrl: './education-page.html',
  providers: [provideFormAttempt()],
  host: { class: 'kp-page' },
})
export class EducationPage {
  /** `check` when the reader came from the answers to check. */
  readonly from = input<string>();

  private readonly router = inject(Router);
  private readonly registration = inject(Registration);
  private readonly today = shanghaiDate(inject(Clock).now());
  private readonly attempt = inject(FormAttempt);
  protected readonly pageTitle = inject(PageTitle);
  protected readonly command = new Command();
  protected readonly refusals = new Refusals(this.attempt);

  private readonly model = signal(this.stored());

  protected readonly form = form(
    this.model,
    (path) => {
      educationRules(path, this.today, () => isMajorSettled(this.model()));
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
    const { education, degree, school, graduationDate, title, workYears } = answers;
    return { education, degree, school, graduationDate, ...savedMajor(answers), title, workYears };
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
        workYears: String(Number(halfWidth(workYears))),
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

import { Component, inject, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { shanghaiDate } from '@kaopu/domain';
import { FormAttempt, provideFormAttempt } from '@kaopu/web-ui';

import { Clock } from '../../core/clock.js';
import { EducationFields } from '../../core/person/education-fields.js';
import { isMajorSettled, majorToSave, savedMajor } from '../../core/person/major-answer.js';
import { educationRules, halfWidth } from '../../core/person/person-rules.js';
import type { FieldRefusal } from '../../core/requests/refusal.js';
import { GroupForm } from './group-form.js';
import { GroupSaving } from './group-saving.js';
import { ProfileEditing } from './profile-editing.js';

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

/** Education and major, by the same search as at registration (manual chapter 4). */
@Component({
  selector: 'app-education-change-page',
  imports: [EducationFields, GroupForm, TranslocoPipe],
  template: `
    <app-group-form
      [heading]="'candidate.profile.education' | transloco"
      [form]="form"
      [saving]="saving"
    >
      <app-education-fields [fields]="form" />
    </app-group-form>
  `,
  providers: [provideFormAttempt()],
  host: { class: 'kp-page' },
})
export class EducationChangePage {
  private readonly editing = inject(ProfileEditing);
  private readonly attempt = inject(FormAttempt);
  private readonly today = shanghaiDate(inject(Clock).now());
  protected readonly saving = new GroupSaving(this.editing, inject(Router), this.attempt);

  private readonly model = signal(this.stored());

  protected readonly form = form(
    this.model,
    (path) => {
      educationRules(path, this.today, () => isMajorSettled(this.model()));
    },
    { submission: this.attempt.submission(() => this.save()) },
  );

  private stored() {
    const profile = this.editing.profile();
    const { majorType, major, majorCatalogue, majorCode } = profile;
    return {
      education: profile.education,
      degree: profile.degree ?? '',
      school: profile.school,
      graduationDate: profile.graduationDate,
      ...savedMajor({
        majorType,
        major,
        majorCatalogue: majorCatalogue ?? '',
        majorCode: majorCode ?? '',
      }),
      title: profile.title ?? '',
      workYears: String(profile.workYears),
    };
  }

  private save(): Promise<FieldRefusal[] | undefined> {
    const { education, degree, school, graduationDate, title, workYears } = this.model();
    const { majorType, major, majorCatalogue, majorCode } = majorToSave(this.model());
    const person = {
      education,
      degree,
      school: school.trim(),
      graduationDate,
      majorType,
      major,
      majorCatalogue: majorCatalogue || null,
      majorCode: majorCode || null,
      title,
      workYears: Number(halfWidth(workYears)),
    };
    const fields = Object.fromEntries(FIELDS.map((field) => [field, this.form[field]]));
    return this.saving.save(this.form, { person }, fields);
  }
}

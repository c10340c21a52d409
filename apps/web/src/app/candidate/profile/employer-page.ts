import { Component, inject, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { FormAttempt, provideFormAttempt } from '@kaopu/web-ui';

import { EmployerFields } from '../../core/person/employer-fields.js';
import { employerRules, provinceOf } from '../../core/person/person-rules.js';
import type { FieldRefusal } from '../../core/requests/refusal.js';
import { GroupForm } from './group-form.js';
import { GroupSaving } from './group-saving.js';
import { ProfileEditing } from './profile-editing.js';

/** Where the person works. */
@Component({
  selector: 'app-employer-change-page',
  imports: [EmployerFields, GroupForm, TranslocoPipe],
  template: `
    <app-group-form
      [heading]="'candidate.profile.employer' | transloco"
      [form]="form"
      [saving]="saving"
    >
      <app-employer-fields [fields]="form" />
    </app-group-form>
  `,
  providers: [provideFormAttempt()],
  host: { class: 'kp-page' },
})
export class EmployerChangePage {
  private readonly editing = inject(ProfileEditing);
  private readonly attempt = inject(FormAttempt);
  protected readonly saving = new GroupSaving(this.editing, inject(Router), this.attempt);

  private readonly model = signal(this.stored());

  protected readonly form = form(
    this.model,
    (path) => {
      employerRules(path);
    },
    { submission: this.attempt.submission(() => this.save()) },
  );

  private stored() {
    const { employer, employerType, employerAddress, divisionCode } = this.editing.profile();
    return {
      employer,
      employerType: employerType ?? '',
      province: provinceOf(divisionCode),
      divisionCode,
      employerAddress: employerAddress ?? '',
    };
  }

  private save(): Promise<FieldRefusal[] | undefined> {
    const { employer, employerType, divisionCode, employerAddress } = this.model();
    const person = {
      employer: employer.trim(),
      employerType,
      divisionCode,
      employerAddress: employerAddress.trim() || null,
    };
    const { form } = this;
    return this.saving.save(
      form,
      { person },
      {
        employer: form.employer,
        employerType: form.employerType,
        divisionCode: form.divisionCode,
        employerAddress: form.employerAddress,
      },
    );
  }
}

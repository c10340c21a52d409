import { Component, inject, signal } from '@angular/core';
import { form, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { carriesBirthDate, isPersonName, normaliseName } from '@kaopu/domain';
import { FormAttempt, provideFormAttempt } from '@kaopu/web-ui';

import { ChoiceField } from '../../core/fields/choice-field.js';
import { TextField } from '../../core/fields/text-field.js';
import { DomainText, DomainTextPipe } from '../../core/i18n/domain-text.js';
import type { FieldRefusal } from '../../core/requests/refusal.js';
import { GroupForm } from './group-form.js';
import { GroupSaving } from './group-saving.js';
import { ProfileEditing } from './profile-editing.js';

/** The name, and the sex where the number does not tell it; document and birth date stay (manual chapter 4). */
@Component({
  selector: 'app-identity-change-page',
  imports: [ChoiceField, DomainTextPipe, GroupForm, TextField, TranslocoPipe],
  template: `
    <app-group-form
      [heading]="'candidate.profile.person' | transloco"
      [form]="form"
      [saving]="saving"
    >
      <p>{{ 'candidate.profile.fixed' | transloco }}</p>
      <app-text-field
        fieldId="person-name"
        [label]="'field.name.label' | domainText"
        [hint]="'person.nameHint' | transloco"
        autocomplete="name"
        [field]="form.name"
      />
      @if (asksSex) {
        <app-choice-field
          fieldId="sex"
          [label]="'field.sex.label' | domainText"
          dictionary="sex"
          [field]="form.sex"
        />
      }
    </app-group-form>
  `,
  providers: [provideFormAttempt()],
  host: { class: 'kp-page' },
})
export class IdentityChangePage {
  private readonly editing = inject(ProfileEditing);
  private readonly words = inject(DomainText);
  private readonly attempt = inject(FormAttempt);
  protected readonly saving = new GroupSaving(this.editing, inject(Router), this.attempt);

  /** The masked number is as long as the whole one, which is all that tells. */
  protected readonly asksSex = !carriesBirthDate(
    this.editing.profile().idType,
    this.editing.profile().idNumber,
  );

  private readonly model = signal({
    name: this.editing.profile().name,
    sex: this.editing.profile().sex,
  });

  protected readonly form = form(
    this.model,
    (path) => {
      validate(path.name, ({ value }) =>
        isPersonName(normaliseName(value()))
          ? undefined
          : { kind: 'name', message: this.words.of('problem.name') },
      );
    },
    { submission: this.attempt.submission(() => this.save()) },
  );

  private save(): Promise<FieldRefusal[] | undefined> {
    const { name, sex } = this.model();
    const changes = { name: normaliseName(name), ...(this.asksSex && { sex }) };
    return this.saving.save(this.form, changes, { name: this.form.name, sex: this.form.sex });
  }
}

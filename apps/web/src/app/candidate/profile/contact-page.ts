import { Component, inject, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { FormAttempt, provideFormAttempt } from '@kaopu/web-ui';

import { TextField } from '../../core/fields/text-field.js';
import { DomainText, DomainTextPipe } from '../../core/i18n/domain-text.js';
import { AddressFields } from '../../core/person/address-fields.js';
import { contactRules, halfWidth } from '../../core/person/person-rules.js';
import type { FieldRefusal } from '../../core/requests/refusal.js';
import { GroupForm } from './group-form.js';
import { GroupSaving } from './group-saving.js';
import { ProfileEditing } from './profile-editing.js';

/** Mail and postal address; the phone has a page of its own, because it must be verified. */
@Component({
  selector: 'app-contact-change-page',
  imports: [AddressFields, DomainTextPipe, GroupForm, TextField, TranslocoPipe],
  template: `
    <app-group-form
      [heading]="'candidate.profile.contact' | transloco"
      [form]="form"
      [saving]="saving"
    >
      <app-text-field
        fieldId="email"
        [label]="'field.email.label' | domainText"
        [optional]="true"
        autocomplete="email"
        inputmode="email"
        [field]="form.email"
      />
      <app-address-fields [fields]="form" />
    </app-group-form>
  `,
  providers: [provideFormAttempt()],
  host: { class: 'kp-page' },
})
export class ContactChangePage {
  private readonly editing = inject(ProfileEditing);
  private readonly words = inject(DomainText);
  private readonly attempt = inject(FormAttempt);
  protected readonly saving = new GroupSaving(this.editing, inject(Router), this.attempt);

  private readonly model = signal(this.stored());

  protected readonly form = form(
    this.model,
    (path) => {
      contactRules(path, (key) => this.words.of(key));
    },
    { submission: this.attempt.submission(() => this.save()) },
  );

  private stored() {
    const { email, postalAddress, postcode } = this.editing.profile();
    return { email: email ?? '', postalAddress, postcode: postcode ?? '' };
  }

  private save(): Promise<FieldRefusal[] | undefined> {
    const { email, postalAddress, postcode } = this.model();
    const person = {
      email: email.trim() || null,
      postalAddress: postalAddress.trim(),
      postcode: halfWidth(postcode) || null,
    };
    const { form } = this;
    return this.saving.save(
      form,
      { person },
      {
        email: form.email,
        postalAddress: form.postalAddress,
        postcode: form.postcode,
      },
    );
  }
}

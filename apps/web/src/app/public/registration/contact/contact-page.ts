import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

import { PhoneVerification } from '../../../core/person/phone-verification.js';
import { Registration } from '../registration.js';
import { StepHeading } from '../step-heading.js';
import { ContactForm } from './contact-form.js';

/** Step 2: first the phone is verified, then the rest is asked; the draft is kept from here on. */
@Component({
  selector: 'app-contact-page',
  imports: [ContactForm, PhoneVerification, StepHeading, TranslocoPipe],
  template: `
    <app-step-heading
      step="contact"
      [from]="from()"
      [title]="'public.register.contact.title' | transloco"
    />
    @if (verified()) {
      <app-contact-form [from]="from()" />
    } @else {
      <p>{{ 'public.register.phone.lead' | transloco }}</p>
      <app-phone-verification [proof]="registration.phoneProof" [initial]="registration.phone()" />
    }
  `,
  host: { class: 'kp-page' },
})
export class ContactPage {
  /** `check` when the reader came from the answers to check. */
  readonly from = input<string>();

  protected readonly registration = inject(Registration);
  protected readonly verified = computed(
    () => this.registration.phoneVerified() && !this.registration.changingPhone(),
  );
}

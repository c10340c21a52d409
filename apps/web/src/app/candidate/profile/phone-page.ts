import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

import { PhoneVerification, type PhoneProof } from '../../core/person/phone-verification.js';
import { BackLink } from '../words/back-link.js';
import { ProfileEditing } from './profile-editing.js';

/** A new phone: the password, then a code sent to the new number; the old number is told (security.md T3). */
@Component({
  selector: 'app-phone-change-page',
  imports: [BackLink, PhoneVerification, RouterLink, TranslocoPipe],
  template: `
    <a appBack routerLink="/profile">{{ 'candidate.profile.back' | transloco }}</a>
    <h1>{{ 'candidate.profile.phone' | transloco }}</h1>
    <p>
      {{ 'candidate.profile.phoneNow' | transloco }}
      <span class="kp-number">{{ phone() }}</span>
    </p>
    <p>{{ 'candidate.profile.phoneLead' | transloco }}</p>
    <app-phone-verification
      [proof]="proof"
      [asksPassword]="true"
      [label]="'candidate.profile.newPhone' | transloco"
    />
  `,
  host: { class: 'kp-page' },
})
export class PhoneChangePage {
  private readonly router = inject(Router);
  private readonly editing = inject(ProfileEditing);
  protected readonly phone = computed(() => this.editing.profile().phone);

  protected readonly proof: PhoneProof = {
    ask: (request) => this.editing.phoneProof.ask(request),
    confirm: async (code) => {
      const saved = await this.editing.phoneProof.confirm(code);
      if (saved === 'saved') {
        await this.router.navigateByUrl('/profile?done=phone');
      }
      return saved;
    },
  };
}

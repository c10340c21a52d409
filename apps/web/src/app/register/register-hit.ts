import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CertificateByNumberDocument } from '@kaopu/graphql';
import { DataState, StatusChip } from '@kaopu/web-ui';

import { certificateTone } from '../core/certificates/certificate-tone.js';
import { reading } from '../core/graphql/reading.js';

/** What the register has under a number: one certificate or none. */
@Component({
  selector: 'app-register-hit',
  imports: [DataState, RouterLink, StatusChip, TranslocoPipe],
  template: `
    <div aria-live="polite">
      <kp-data-state
        [loading]="page.loading()"
        [failure]="page.failure()"
        [ready]="page.data() !== undefined"
        [empty]="page.data()?.certificateByNumber === null"
        [emptyText]="'authority.register.none' | transloco"
        (retry)="page.retry()"
      >
        @if (page.data()?.certificateByNumber; as found) {
          <p>
            <a [routerLink]="[found.id]"
              ><span class="kp-number">{{ found.number }}</span> {{ found.holderName }}</a
            >&ngsp;
            <kp-status-chip
              [text]="'authority.register.status.' + found.status | transloco"
              [tone]="tone(found.status)"
            />
          </p>
        }
      </kp-data-state>
    </div>
  `,
})
export class RegisterHit {
  readonly number = input.required<string>();

  protected readonly tone = certificateTone;
  protected readonly page = reading(CertificateByNumberDocument, () => ({
    number: this.number(),
  }));
}

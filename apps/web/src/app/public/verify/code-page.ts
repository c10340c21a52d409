import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PublicCertificateDocument } from '@kaopu/graphql';
import { Banner, DataState } from '@kaopu/web-ui';

import { reading } from '../../core/graphql/reading.js';
import { CertificateFacts } from './certificate-facts.js';

/** Where the QR code of a certificate leads: what the register says at this moment. */
@Component({
  selector: 'app-code-page',
  imports: [Banner, CertificateFacts, DataState, RouterLink, TranslocoPipe],
  template: `
    <h1>{{ 'public.certificate.title' | transloco }}</h1>
    <kp-data-state
      [loading]="page.loading()"
      [failure]="page.failure()"
      [ready]="page.data() !== undefined"
      (retry)="page.retry()"
    >
      @if (page.data()?.publicCertificate; as certificate) {
        <app-certificate-facts [certificate]="certificate" />
      } @else {
        <kp-banner tone="error" [heading]="'public.certificate.none' | transloco">
          {{ 'public.certificate.noneAdvice' | transloco }}
        </kp-banner>
      }
    </kp-data-state>
    <p>
      <a routerLink="/verify">{{ 'public.certificate.byNumber' | transloco }}</a>
    </p>
  `,
  host: { class: 'kp-page' },
})
export class CodePage {
  readonly code = input.required<string>();

  /** The time of the check is part of the answer. */
  protected readonly page = reading(PublicCertificateDocument, () => ({ code: this.code() }), {
    cached: false,
  });
}

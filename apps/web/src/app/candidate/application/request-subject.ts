import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CertificateRequestPartsFragment } from '@kaopu/graphql';

import { ItemNamePipe } from '../../core/i18n/item-name.js';

/** The certificate a request is about, and the rows a change touches: before and after (experience.md §2.9). */
@Component({
  selector: 'app-request-subject',
  imports: [ItemNamePipe, RouterLink, TranslocoPipe],
  template: `
    <section>
      <h2>{{ 'candidate.request.subject' | transloco }}</h2>
      @let certificate = request().certificate;
      <p>
        <a routerLink="/certificates" class="kp-number">{{ certificate.number }}</a>
      </p>
      @for (one of certificate.items; track one.item.code) {
        <p>
          {{ one.item | itemName }} ·
          {{
            'candidate.certificates.validity' | transloco: { from: one.validFrom, to: one.validTo }
          }}
        </p>
      }
      @if (request().changes.length > 0) {
        <ul>
          @for (row of request().changes; track row.fieldId + (row.itemCode ?? '')) {
            <li>
              <strong>{{ row.label }}</strong>
              <p>
                {{
                  'candidate.request.beforeAfter'
                    | transloco: { before: row.before, after: row.after }
                }}
              </p>
              <p class="kp-muted">
                {{ 'candidate.request.proof' | transloco: { proof: row.proof } }}
              </p>
            </li>
          }
        </ul>
      }
    </section>
  `,
})
export class RequestSubject {
  readonly request = input.required<CertificateRequestPartsFragment>();
}

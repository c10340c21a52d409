import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { displayItemCode } from '@kaopu/domain';
import type { CertificateRequestPartsFragment } from '@kaopu/graphql';

/** The certificate a request is about; for a change what it says beside what it should say, with the proof asked for. */
@Component({
  selector: 'app-reviewed-request',
  imports: [TranslocoPipe],
  template: `
    <section aria-labelledby="review-request">
      <h2 id="review-request">{{ 'staff.review.request' | transloco }}</h2>
      @let certificate = request().certificate;
      <p>
        <span class="kp-number">{{ certificate.number }}</span> · {{ certificate.authority.name }}
        @for (one of certificate.items; track one.item.code) {
          · {{ itemCode(one.item.code) }} {{ one.validFrom }} – {{ one.validTo }}
        }
      </p>
      @if (request().changes.length > 0) {
        <table>
          <thead>
            <tr>
              <th scope="col">{{ 'staff.review.change.field' | transloco }}</th>
              <th scope="col">{{ 'staff.review.change.before' | transloco }}</th>
              <th scope="col">{{ 'staff.review.change.after' | transloco }}</th>
              <th scope="col">{{ 'staff.review.change.proof' | transloco }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of request().changes; track row.fieldId + (row.itemCode ?? '')) {
              <tr>
                <th scope="row">{{ row.label }}</th>
                <td>{{ row.before }}</td>
                <td>{{ row.after }}</td>
                <td>{{ row.proof }}</td>
              </tr>
            }
          </tbody>
        </table>
      }
    </section>
  `,
  styles: `
    table {
      border-collapse: collapse;
    }

    th,
    td {
      padding: 6px 12px;
      border: 1px solid var(--mat-sys-outline-variant);
      text-align: start;
      overflow-wrap: anywhere;
    }
  `,
})
export class ReviewedRequest {
  readonly request = input.required<CertificateRequestPartsFragment>();

  protected readonly itemCode = displayItemCode;
}

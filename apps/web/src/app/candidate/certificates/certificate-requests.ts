import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MyCertificatesQuery } from '@kaopu/graphql';

type Held = MyCertificatesQuery['myCertificates'][number];

/** What the holder may ask for one certificate: the same button begins a request and reopens it (manual ch. 8, 9). */
@Component({
  selector: 'app-certificate-requests',
  imports: [RouterLink, TranslocoPipe],
  template: `
    @if (offers().length > 0) {
      <div class="kp-actions">
        @for (offer of offers(); track offer.type) {
          <a
            class="kp-button"
            [routerLink]="offer.link"
            [attr.aria-describedby]="'certificate-' + certificate().id"
            >{{ offer.key | transloco }}</a
          >
        }
      </div>
    }
    @if (reason(); as words) {
      <p class="kp-muted">{{ words }}</p>
    }
  `,
})
export class CertificateRequests {
  readonly certificate = input.required<Held>();

  protected readonly offers = computed(() =>
    this.certificate()
      .requestChoices.filter(
        ({ allowed, openApplicationId }) => allowed || openApplicationId !== null,
      )
      .map(({ type, openApplicationId }) => ({
        type,
        link:
          openApplicationId === null
            ? ['/certificates', this.certificate().id, type]
            : ['/applications', openApplicationId],
        key: `candidate.certificates.request.${type}.${openApplicationId === null ? 'begin' : 'open'}`,
      })),
  );
  /** Told once, although it holds for both. */
  protected readonly reason = computed(
    () => this.certificate().requestChoices.find(({ allowed }) => !allowed)?.whyNot,
  );
}

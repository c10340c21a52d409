import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PublicCertificateDocument } from '@kaopu/graphql';
import { Banner, DataState } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';
import { switchMap } from 'rxjs';

import { failureOf } from '../../core/failure/failure.js';
import { CertificateFacts } from './certificate-facts.js';

/** Where the QR code of a certificate leads: what the register says at this moment. */
@Component({
  selector: 'app-code-page',
  imports: [Banner, CertificateFacts, DataState, RouterLink, TranslocoPipe],
  template: `
    <h1>{{ 'public.certificate.title' | transloco }}</h1>
    <kp-data-state
      [loading]="loading()"
      [failure]="failure()"
      [ready]="answer() !== undefined"
      (retry)="retry()"
    >
      @if (answer()?.publicCertificate; as certificate) {
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

  private readonly apollo = inject(Apollo);
  private readonly watched = computed(() =>
    this.apollo.watchQuery({
      query: PublicCertificateDocument,
      variables: { code: this.code() },
      // The time of the check is part of the answer.
      fetchPolicy: 'no-cache',
      notifyOnNetworkStatusChange: true,
    }),
  );
  private readonly result = toSignal(
    toObservable(this.watched).pipe(switchMap((watched) => watched.valueChanges)),
  );

  protected readonly loading = computed(() => this.result()?.loading ?? true);
  protected readonly failure = computed(() => {
    const error = this.result()?.error;
    return error === undefined ? undefined : failureOf(error);
  });
  protected readonly answer = computed(() => {
    const result = this.result();
    return result?.dataState === 'complete' ? result.data : undefined;
  });

  protected retry(): void {
    this.watched()
      .refetch()
      .catch(() => undefined);
  }
}

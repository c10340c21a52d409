import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { displayItemCode } from '@kaopu/domain';
import {
  AdvanceCertificateDocument,
  type CertificatePartsFragment,
  CertificatesDocument,
  type CertificateStep,
} from '@kaopu/graphql';
import { Banner, DataState, ShanghaiTime } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { failureOf } from '../../core/failure/failure.js';
import { pagedList } from '../../core/graphql/paged.js';
import { newIdempotencyKey } from '../../core/idempotency-key.js';

/** 制证: certificates to be printed, and those printed and to be handed over. */
@Component({
  selector: 'app-certificates-page',
  imports: [Banner, DataState, MatButtonModule, RouterLink, ShanghaiTime, TranslocoPipe],
  templateUrl: './certificates-page.html',
  styleUrl: '../lists.scss',
})
export class CertificatesPage {
  /** Bound from the query string: the step the list waits for. */
  readonly step = input<string>();

  private readonly apollo = inject(Apollo);
  protected readonly itemCode = displayItemCode;
  protected readonly next = computed<CertificateStep>(() =>
    this.step() === 'MARK_DELIVERED' ? 'MARK_DELIVERED' : 'MARK_PRINTED',
  );
  protected readonly list = pagedList(
    this.apollo,
    CertificatesDocument,
    computed(() => ({ step: this.next(), first: 20, after: null })),
    ({ certificates }) => certificates,
  );
  protected readonly busy = signal(false);
  protected readonly told = signal<{ tone: 'success' | 'error'; text: string } | undefined>(
    undefined,
  );

  protected async advance({ id, version, number }: CertificatePartsFragment): Promise<void> {
    this.busy.set(true);
    try {
      const { data } = await firstValueFrom(
        this.apollo.mutate({
          mutation: AdvanceCertificateDocument,
          variables: {
            input: {
              certificateId: id,
              version,
              idempotencyKey: newIdempotencyKey(),
              step: this.next(),
            },
          },
        }),
      );
      const result = data?.advanceCertificate;
      this.told.set(
        result?.__typename === 'Certificate'
          ? { tone: 'success', text: number }
          : { tone: 'error', text: result?.message ?? '' },
      );
      await this.list.retry();
    } catch (error) {
      this.told.set({ tone: 'error', text: failureOf(error).key });
    } finally {
      this.busy.set(false);
    }
  }
}

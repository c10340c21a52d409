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
import { ShanghaiTime } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { Commands } from '../../core/commands/commands.js';
import { doneNotice, notDoneNotice, type Notice, NoticeBox } from '../../core/commands/notice.js';
import { pagedList } from '../../core/graphql/paged.js';
import { PagedContent } from '../../core/graphql/paged-content.js';

/** 制证: certificates to be printed, and those printed and to be handed over. */
@Component({
  selector: 'app-certificates-page',
  imports: [MatButtonModule, NoticeBox, PagedContent, RouterLink, ShanghaiTime, TranslocoPipe],
  templateUrl: './certificates-page.html',
  styleUrl: '../../core/lists.scss',
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
    CertificatesDocument,
    computed(() => ({ step: this.next(), first: 20, after: null })),
    ({ certificates }) => certificates,
  );
  private readonly commands = new Commands();
  protected readonly busy = this.commands.busy.asReadonly();
  /** The parcel number typed last, kept when the step is refused. */
  protected readonly tracking = signal<{ readonly id: string; readonly no: string } | undefined>(
    undefined,
  );
  protected readonly notice = signal<Notice | undefined>(undefined);

  protected async advance(certificate: CertificatePartsFragment): Promise<void> {
    const { id, version, number } = certificate;
    const step = this.next();
    const typed = this.tracking();
    const trackingNo =
      step === 'MARK_DELIVERED' && typed?.id === id ? typed.no.trim() || null : null;
    const intent = `${id}|${version}|${step}|${trackingNo ?? ''}`;
    const outcome = await this.commands.run(intent, 'Certificate', async (idempotencyKey) => {
      const { data } = await firstValueFrom(
        this.apollo.mutate({
          mutation: AdvanceCertificateDocument,
          variables: {
            input: { certificateId: id, version, idempotencyKey, step, trackingNo },
          },
        }),
      );
      return data?.advanceCertificate;
    });
    this.notice.set(
      outcome.kind === 'done'
        ? doneNotice(`authority.certificates.done.${step}`, { number })
        : notDoneNotice(outcome, () => this.advance(certificate)),
    );
    await this.list.retry();
  }
}

import { Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { RegisteredCertificateDocument } from '@kaopu/graphql';
import { DataState, ShanghaiTime, StatusChip } from '@kaopu/web-ui';

import { certificateTone } from '../core/certificates/certificate-tone.js';
import { type Notice, NoticeBox } from '../core/commands/notice.js';
import { FRESH_ADDRESSES, reading } from '../core/graphql/reading.js';
import { ItemNamePipe } from '../core/i18n/item-name.js';
import { StandingActions } from './standing-actions.js';
import { StandingHistory } from './standing-history.js';
import { StandingProposal } from './standing-proposal.js';

/** One certificate of the register: what it says, how its standing changed, and what may be proposed. */
@Component({
  selector: 'app-certificate-page',
  imports: [
    DataState,
    ItemNamePipe,
    NoticeBox,
    RouterLink,
    ShanghaiTime,
    StandingActions,
    StandingHistory,
    StandingProposal,
    StatusChip,
    TranslocoPipe,
  ],
  templateUrl: './certificate-page.html',
  styleUrl: './register.scss',
})
export class CertificatePage {
  /** Bound from the address. */
  readonly id = input.required<string>();

  protected readonly tone = certificateTone;
  protected readonly page = reading(
    RegisteredCertificateDocument,
    () => ({ id: this.id() }),
    FRESH_ADDRESSES,
  );
  protected readonly certificate = computed(() => this.page.data()?.certificate);
  protected readonly open = computed(() =>
    this.certificate()?.standing?.find(({ outcome }) => outcome === null),
  );
  protected readonly closed = computed(
    () => this.certificate()?.standing?.filter(({ outcome }) => outcome !== null) ?? [],
  );
  protected readonly notice = signal<Notice | undefined>(undefined);

  /** What was done, or why not; either way the page shows what the register says now. */
  protected async said(notice: Notice): Promise<void> {
    this.notice.set(notice);
    await this.page.retry();
  }
}

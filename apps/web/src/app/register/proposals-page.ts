import { Component, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { StandingProposalsDocument } from '@kaopu/graphql';
import { StatusChip } from '@kaopu/web-ui';

import { certificateTone } from '../core/certificates/certificate-tone.js';
import { type Notice, NoticeBox } from '../core/commands/notice.js';
import { pagedList } from '../core/graphql/paged.js';
import { PagedContent } from '../core/graphql/paged-content.js';
import { StandingProposal } from './standing-proposal.js';

/** 待决定: what officers of the authority proposed about certificates, the longest waiting first. */
@Component({
  selector: 'app-proposals-page',
  imports: [NoticeBox, PagedContent, RouterLink, StandingProposal, StatusChip, TranslocoPipe],
  template: `
    <h1>{{ 'authority.proposals.title' | transloco }}</h1>
    <app-notice [notice]="notice()" />
    <app-paged-content [list]="list" [emptyText]="'authority.proposals.none' | transloco">
      <ul>
        @for (proposal of list.rows(); track proposal.id) {
          <li>
            <h2>
              <a [routerLink]="['../register', proposal.certificate.id]"
                ><span class="kp-number">{{ proposal.certificate.number }}</span>
                {{ proposal.certificate.holderName }}</a
              >&ngsp;
              <kp-status-chip
                [text]="'authority.register.status.' + proposal.certificate.status | transloco"
                [tone]="tone(proposal.certificate.status)"
              />
            </h2>
            <app-standing-proposal
              [proposal]="proposal"
              [certificate]="proposal.certificate"
              (said)="said($event)"
            />
          </li>
        }
      </ul>
    </app-paged-content>
  `,
  styleUrl: '../core/lists.scss',
})
export class ProposalsPage {
  protected readonly tone = certificateTone;
  protected readonly list = pagedList(
    StandingProposalsDocument,
    () => ({ first: 20, after: null }),
    ({ standingProposals }) => standingProposals,
  );
  protected readonly notice = signal<Notice | undefined>(undefined);

  /** What was done, or why not; either way the list shows what waits now. */
  protected async said(notice: Notice): Promise<void> {
    this.notice.set(notice);
    await this.list.retry();
  }
}

import { Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { type ApplicationStatus, ReviewQueueDocument } from '@kaopu/graphql';
import { DataState } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { pagedList } from '../../core/graphql/paged.js';
import { DomainTextPipe } from '../../core/i18n/domain-text.js';
import { CaseTable } from '../cases/case-table.js';

/** What the reviewer may ask for; the first is what waits. */
const CHOICES: readonly ApplicationStatus[] = [
  'SUBMITTED',
  'UNDER_REVIEW',
  'RETURNED',
  'QUALIFIED',
  'ISSUER_RETURNED',
];

/** 报名审核: what waits for the desk, longest waiting first. Filters stand in the address. */
@Component({
  selector: 'app-reviews-page',
  imports: [CaseTable, DataState, DomainTextPipe, MatButtonModule, TranslocoPipe],
  templateUrl: './reviews-page.html',
})
export class ReviewsPage {
  /** Bound from the query string, so that a list can be bookmarked and sent to a colleague. */
  readonly status = input<ApplicationStatus>();
  readonly number = input<string>();
  readonly mine = input<string>();

  protected readonly choices = CHOICES;
  private readonly router = inject(Router);
  protected readonly list = pagedList(
    inject(Apollo),
    ReviewQueueDocument,
    computed(() => ({
      filter: {
        statuses: this.status() ? [this.status() as ApplicationStatus] : null,
        number: this.number()?.trim() || null,
        mine: this.mine() === 'true' ? true : null,
      },
      first: 20,
      after: null,
    })),
    ({ reviewQueue }) => reviewQueue,
  );

  protected async filter(change: Record<string, string | null>): Promise<void> {
    await this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge' });
  }
}

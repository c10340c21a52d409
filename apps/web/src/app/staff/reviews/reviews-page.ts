import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type ApplicationStatus, ReviewQueueDocument } from '@kaopu/graphql';

import { pagedList } from '../../core/graphql/paged.js';
import { PagedContent } from '../../core/graphql/paged-content.js';
import { CaseTable } from '../cases/case-table.js';
import { type ChosenFilter, ReviewFilters } from './review-filters.js';

/** 报名审核: what waits for the desk, longest waiting first. Filters stand in the address. */
@Component({
  selector: 'app-reviews-page',
  imports: [CaseTable, PagedContent, ReviewFilters, TranslocoPipe],
  templateUrl: './reviews-page.html',
})
export class ReviewsPage {
  /** Bound from the query string, so that a list can be bookmarked and sent to a colleague. */
  readonly status = input<ApplicationStatus>();
  readonly item = input<string>();
  readonly type = input<string>();
  readonly plan = input<string>();
  readonly number = input<string>();
  readonly mine = input<string>();

  protected readonly chosen = computed<ChosenFilter>(() => ({
    status: this.status(),
    item: this.item(),
    type: this.type(),
    plan: this.plan(),
    number: this.number(),
    mine: this.mine(),
  }));
  protected readonly list = pagedList(
    ReviewQueueDocument,
    computed(() => {
      const { status, item, type, plan, number, mine } = this.chosen();
      return {
        filter: {
          statuses: status ? [status] : null,
          itemCode: item ?? null,
          registrationType: type ?? null,
          planId: plan ?? null,
          number: number?.trim() || null,
          mine: mine === 'true' ? true : null,
        },
        first: 20,
        after: null,
      };
    }),
    ({ reviewQueue }) => reviewQueue,
  );
}

import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { IssueBatchesDocument, type IssuePurpose } from '@kaopu/graphql';
import { ShanghaiTime } from '@kaopu/web-ui';

import { pagedList } from '../../core/graphql/paged.js';
import { PagedContent } from '../../core/graphql/paged-content.js';

const PURPOSES: readonly IssuePurpose[] = ['ISSUE', 'REISSUE', 'CHANGE'];

/** 发证申请: the batches exam institutions forwarded, those with open lines unless `?all=true`. */
@Component({
  selector: 'app-batches-page',
  imports: [PagedContent, RouterLink, ShanghaiTime, TranslocoPipe],
  template: `
    <h1>{{ 'authority.batches.title' | transloco }}</h1>
    <p>
      @if (all() === 'true') {
        <a routerLink="." [queryParams]="{ all: null }" queryParamsHandling="merge">{{
          'authority.batches.pendingOnly' | transloco
        }}</a>
      } @else {
        <a routerLink="." [queryParams]="{ all: 'true' }" queryParamsHandling="merge">{{
          'authority.batches.all' | transloco
        }}</a>
      }
    </p>
    <label>
      {{ 'authority.batches.purpose' | transloco }}
      <select #chosen (change)="filter(chosen.value || null)">
        <option value="" [selected]="!purpose()">
          {{ 'authority.batches.allPurposes' | transloco }}
        </option>
        @for (one of purposes; track one) {
          <option [value]="one" [selected]="purpose() === one">
            {{ 'authority.purpose.' + one | transloco }}
          </option>
        }
      </select>
    </label>
    <app-paged-content [list]="list" [emptyText]="'authority.batches.none' | transloco">
      <ul>
        @for (batch of list.rows(); track batch.id) {
          <li>
            <a [routerLink]="['/authority/batches', batch.id]"
              ><span class="kp-number">{{ batch.number }}</span></a
            >
            <p>{{ batch.institution.name }} · {{ batch.createdAt | kpTime }}</p>
            <p class="kp-muted">
              {{
                'authority.batches.counts'
                  | transloco: { lines: batch.lineCount, pending: batch.pendingCount }
              }}
            </p>
          </li>
        }
      </ul>
    </app-paged-content>
  `,
  styleUrl: '../../core/lists.scss',
})
export class BatchesPage {
  /** Bound from the query string. */
  readonly all = input<string>();
  readonly purpose = input<IssuePurpose>();

  protected readonly purposes = PURPOSES;
  private readonly router = inject(Router);

  protected readonly list = pagedList(
    IssueBatchesDocument,
    computed(() => ({
      pendingOnly: this.all() !== 'true',
      purpose: this.purpose() ?? null,
      first: 20,
      after: null,
    })),
    ({ issueBatches }) => issueBatches,
  );

  protected async filter(purpose: string | null): Promise<void> {
    await this.router.navigate([], { queryParams: { purpose }, queryParamsHandling: 'merge' });
  }
}

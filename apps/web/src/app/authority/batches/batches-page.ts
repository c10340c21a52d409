import { Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { IssueBatchesDocument, type IssuePurpose } from '@kaopu/graphql';
import { DataState, ShanghaiTime } from '@kaopu/web-ui';

import { pagedList } from '../../core/graphql/paged.js';

const PURPOSES: readonly IssuePurpose[] = ['ISSUE', 'REISSUE', 'CHANGE'];

/** 发证申请: the batches exam institutions forwarded, those with open lines unless `?all=true`. */
@Component({
  selector: 'app-batches-page',
  imports: [DataState, MatButtonModule, RouterLink, ShanghaiTime, TranslocoPipe],
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
    <kp-data-state
      [loading]="list.loading()"
      [failure]="list.failure()"
      [ready]="list.page() !== undefined"
      [empty]="list.rows().length === 0"
      [emptyText]="'authority.batches.none' | transloco"
      (retry)="list.retry()"
    >
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
      @if (list.hasMore()) {
        <button
          matButton="outlined"
          type="button"
          [disabled]="list.loading()"
          (click)="list.more()"
        >
          {{ 'authority.more' | transloco }}
        </button>
      }
    </kp-data-state>
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

import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  type ApplicationAction,
  type ApplicationStatus,
  ReviewQueueDocument,
} from '@kaopu/graphql';
import { Banner, DataState } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { pagedList } from '../../core/graphql/paged.js';
import { CaseActions } from './case-actions.js';
import { type CaseRow, CaseTable } from './case-table.js';

/** A list of cases in given states with one action each: scheduling, queueing for the authority. */
@Component({
  selector: 'app-case-work-page',
  imports: [Banner, CaseTable, DataState, MatButtonModule, TranslocoPipe],
  template: `
    <h1>{{ 'staff.' + page() + '.title' | transloco }}</h1>
    @if (told(); as words) {
      <kp-banner [tone]="words.tone">{{ words.text }}</kp-banner>
    }
    <kp-data-state
      [loading]="list.loading()"
      [failure]="list.failure()"
      [ready]="list.page() !== undefined"
      [empty]="list.rows().length === 0"
      [emptyText]="'staff.' + page() + '.none' | transloco"
      (retry)="list.retry()"
    >
      <app-case-table [rows]="list.rows()" [action]="action()" (acted)="act($event)" />
      @if (list.hasMore()) {
        <button
          matButton="outlined"
          type="button"
          [disabled]="list.loading()"
          (click)="list.more()"
        >
          {{ 'staff.cases.more' | transloco }}
        </button>
      }
    </kp-data-state>
  `,
})
export class CaseWorkPage {
  /** From the route's data. */
  readonly page = input.required<string>();
  readonly statuses = input.required<readonly ApplicationStatus[]>();
  readonly action = input.required<ApplicationAction>();

  protected readonly told = signal<{ tone: 'success' | 'error'; text: string } | undefined>(
    undefined,
  );
  private readonly actions = inject(CaseActions);
  protected readonly list = pagedList(
    inject(Apollo),
    ReviewQueueDocument,
    computed(() => ({ filter: { statuses: this.statuses() }, first: 20, after: null })),
    ({ reviewQueue }) => reviewQueue,
  );

  protected async act(row: CaseRow): Promise<void> {
    const outcome = await this.actions.act(row, this.action());
    this.told.set(
      outcome.kind === 'done'
        ? { tone: 'success', text: row.number ?? '' }
        : { tone: 'error', text: outcome.kind === 'refused' ? outcome.message : '' },
    );
    await this.list.retry();
  }
}

import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  type ApplicationAction,
  type ApplicationStatus,
  ReviewQueueDocument,
} from '@kaopu/graphql';

import { doneNotice, notDoneNotice, type Notice, NoticeBox } from '../../core/commands/notice.js';
import { pagedList } from '../../core/graphql/paged.js';
import { PagedContent } from '../../core/graphql/paged-content.js';
import { DomainText } from '../../core/i18n/domain-text.js';
import { CaseActions } from './case-actions.js';
import { type RowAction, CaseTable } from './case-table.js';

/** A list of cases in given states with one action each: scheduling, queueing for the authority. */
@Component({
  selector: 'app-case-work-page',
  imports: [CaseTable, NoticeBox, PagedContent, TranslocoPipe],
  template: `
    <h1>{{ 'staff.' + page() + '.title' | transloco }}</h1>
    <app-notice [notice]="notice()" />
    <app-paged-content [list]="list" [emptyText]="'staff.' + page() + '.none' | transloco">
      <app-case-table [rows]="list.rows()" [action]="action()" (acted)="act($event)" />
    </app-paged-content>
  `,
})
export class CaseWorkPage {
  /** From the route's data. */
  readonly page = input.required<string>();
  readonly statuses = input.required<readonly ApplicationStatus[]>();
  readonly action = input.required<ApplicationAction>();

  protected readonly notice = signal<Notice | undefined>(undefined);
  private readonly actions = inject(CaseActions);
  private readonly words = inject(DomainText);
  protected readonly list = pagedList(
    ReviewQueueDocument,
    computed(() => ({ filter: { statuses: this.statuses() }, first: 20, after: null })),
    ({ reviewQueue }) => reviewQueue,
  );

  protected async act(taken: RowAction): Promise<void> {
    const { row, reason } = taken;
    const outcome = await this.actions.act(row, this.action(), reason);
    if (outcome.kind === 'done') {
      const action = this.words.of(`action.${this.action()}`);
      this.notice.set(doneNotice('staff.done', { action, number: row.number ?? '' }));
    } else {
      this.notice.set(notDoneNotice(outcome, () => this.act(taken)));
    }
    await this.list.retry();
  }
}

import { Component, computed, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { displayItemCode } from '@kaopu/domain';
import {
  ForwardApplicationsDocument,
  ReviewQueueDocument,
  type ReviewQueueQueryVariables,
} from '@kaopu/graphql';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { Commands } from '../../core/commands/commands.js';
import { doneNotice, notDoneNotice, type Notice, NoticeBox } from '../../core/commands/notice.js';
import { pagedList } from '../../core/graphql/paged.js';
import { PagedContent } from '../../core/graphql/paged-content.js';

/** 上报: choose the cases that are ready and hand them to the issuing authority as one batch. */
@Component({
  selector: 'app-forwarding-page',
  imports: [MatButtonModule, NoticeBox, PagedContent, TranslocoPipe],
  template: `
    <h1>{{ 'staff.forwarding.title' | transloco }}</h1>
    <app-notice [notice]="notice()" />
    <app-paged-content [list]="list" [emptyText]="'staff.forwarding.none' | transloco">
      <ul>
        @for (row of list.rows(); track row.id) {
          <li>
            <label>
              <input
                #box
                type="checkbox"
                [checked]="chosen().has(row.id)"
                (change)="choose(row.id, box.checked)"
              />
              <span class="kp-number">{{ row.number }}</span> {{ row.applicantName }}
              {{ itemCode(row.item.code) }}
            </label>
          </li>
        }
      </ul>
    </app-paged-content>
    @if (list.rows().length > 0) {
      <div class="kp-actions">
        <button
          matButton="filled"
          type="button"
          [disabled]="busy() || picked().length === 0"
          (click)="forward()"
        >
          {{ 'staff.forwarding.forward' | transloco: { count: picked().length } }}
        </button>
      </div>
    }
  `,
  styles: `
    ul {
      padding: 0;
      list-style: none;
    }

    label {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
      min-block-size: 44px;
    }
  `,
})
export class ForwardingPage {
  private readonly apollo = inject(Apollo);
  private readonly commands = new Commands();
  protected readonly itemCode = displayItemCode;
  protected readonly busy = this.commands.busy.asReadonly();
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly notice = signal<Notice | undefined>(undefined);
  protected readonly list = pagedList(
    ReviewQueueDocument,
    signal<ReviewQueueQueryVariables>({
      filter: { statuses: ['READY_TO_FORWARD'] },
      first: 50,
      after: null,
    }),
    ({ reviewQueue }) => reviewQueue,
  );
  protected readonly picked = computed(() =>
    this.list.rows().filter(({ id }) => this.chosen().has(id)),
  );

  protected choose(id: string, isChosen: boolean): void {
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (isChosen) next.add(id);
      else next.delete(id);
      return next;
    });
  }

  protected async forward(): Promise<void> {
    const applications = this.picked().map(({ id, version }) => ({ id, version }));
    const intent = JSON.stringify(applications);
    const outcome = await this.commands.run(intent, 'IssueBatch', async (idempotencyKey) => {
      const { data } = await firstValueFrom(
        this.apollo.mutate({
          mutation: ForwardApplicationsDocument,
          variables: { input: { idempotencyKey, applications } },
        }),
      );
      return data?.forwardApplications;
    });
    if (outcome.kind === 'done') {
      this.notice.set(doneNotice('staff.forwarding.done', { number: outcome.result.number }));
      this.chosen.set(new Set());
    } else {
      this.notice.set(notDoneNotice(outcome, () => this.forward()));
    }
    await this.list.retry();
  }
}

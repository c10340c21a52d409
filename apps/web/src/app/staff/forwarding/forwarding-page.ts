import { Component, computed, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { displayItemCode } from '@kaopu/domain';
import {
  ForwardApplicationsDocument,
  ReviewQueueDocument,
  type ReviewQueueQueryVariables,
} from '@kaopu/graphql';
import { Banner, DataState } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { failureOf } from '../../core/failure/failure.js';
import { pagedList } from '../../core/graphql/paged.js';
import { newIdempotencyKey } from '../../core/idempotency-key.js';
import { refusalText } from '../cases/case-actions.js';

/** 上报: choose the cases that are ready and hand them to the issuing authority as one batch. */
@Component({
  selector: 'app-forwarding-page',
  imports: [Banner, DataState, MatButtonModule, TranslocoPipe],
  template: `
    <h1>{{ 'staff.forwarding.title' | transloco }}</h1>
    @if (told(); as words) {
      <kp-banner [tone]="words.tone"
        >{{ words.key | transloco: words.params }}{{ words.text }}</kp-banner
      >
    }
    <kp-data-state
      [loading]="list.loading()"
      [failure]="list.failure()"
      [ready]="list.page() !== undefined"
      [empty]="list.rows().length === 0"
      [emptyText]="'staff.forwarding.none' | transloco"
      (retry)="list.retry()"
    >
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
      @if (list.hasMore()) {
        <button matButton="outlined" type="button" (click)="list.more()">
          {{ 'staff.cases.more' | transloco }}
        </button>
      }
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
    </kp-data-state>
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
  private key = newIdempotencyKey();
  protected readonly itemCode = displayItemCode;
  protected readonly busy = signal(false);
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly told = signal<
    | { tone: 'success' | 'error'; key: string; params: Record<string, unknown>; text: string }
    | undefined
  >(undefined);
  protected readonly list = pagedList(
    this.apollo,
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
    this.key = newIdempotencyKey();
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (isChosen) next.add(id);
      else next.delete(id);
      return next;
    });
  }

  protected async forward(): Promise<void> {
    this.busy.set(true);
    try {
      const applications = this.picked().map(({ id, version }) => ({ id, version }));
      const { data } = await firstValueFrom(
        this.apollo.mutate({
          mutation: ForwardApplicationsDocument,
          variables: { input: { idempotencyKey: this.key, applications } },
        }),
      );
      const result = data?.forwardApplications;
      const isDone = result?.__typename === 'IssueBatch';
      this.told.set(
        isDone
          ? {
              tone: 'success',
              key: 'staff.forwarding.done',
              params: { number: result.number },
              text: '',
            }
          : {
              tone: 'error',
              key: 'staff.forwarding.refused',
              params: {},
              text: result ? refusalText(result) : '',
            },
      );
      if (isDone) this.chosen.set(new Set());
      await this.list.retry();
    } catch (error) {
      const { key, params } = failureOf(error);
      this.told.set({ tone: 'error', key, params: { ...params }, text: '' });
    } finally {
      this.busy.set(false);
    }
  }
}

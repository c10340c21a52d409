import { Component, computed, inject, input, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { displayItemCode } from '@kaopu/domain';
import {
  DecideIssueLineDocument,
  IssueBatchDocument,
  type IssueDecision,
  type IssueLinePartsFragment,
} from '@kaopu/graphql';
import { Banner, DataState, StatusChip } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';
import { firstValueFrom, switchMap } from 'rxjs';

import { failureOf } from '../../core/failure/failure.js';
import { newIdempotencyKey } from '../../core/idempotency-key.js';

/** One batch, line by line: approve, return or reject with a reason. */
@Component({
  selector: 'app-batch-page',
  imports: [Banner, DataState, MatButtonModule, RouterLink, StatusChip, TranslocoPipe],
  templateUrl: './batch-page.html',
  styleUrl: '../lists.scss',
})
export class BatchPage {
  /** Bound from the address. */
  readonly id = input.required<string>();

  protected readonly itemCode = displayItemCode;
  private readonly apollo = inject(Apollo);
  private readonly watched = computed(() =>
    this.apollo.watchQuery({
      query: IssueBatchDocument,
      variables: { id: this.id() },
      fetchPolicy: 'cache-and-network',
    }),
  );
  private readonly result = toSignal(
    toObservable(this.watched).pipe(switchMap((one) => one.valueChanges)),
  );
  private readonly keys = new Map<string, string>();

  protected readonly loading = computed(() => this.result()?.loading ?? true);
  protected readonly failure = computed(() => {
    const error = this.result()?.error;
    return error === undefined ? undefined : failureOf(error);
  });
  protected readonly batch = computed(() => {
    const result = this.result();
    return result?.dataState === 'complete' ? result.data.issueBatch : undefined;
  });
  protected readonly busy = signal(false);
  /** The line and decision whose reason is being typed. */
  protected readonly asking = signal<{ line: string; decision: IssueDecision } | undefined>(
    undefined,
  );
  protected readonly told = signal<{ tone: 'success' | 'error'; text: string } | undefined>(
    undefined,
  );

  protected async choose(line: IssueLinePartsFragment, decision: IssueDecision): Promise<void> {
    if (decision === 'APPROVE') await this.decide(line, decision, null);
    else this.asking.set({ line: line.id, decision });
  }

  protected async decide(
    { id, version, holderName }: IssueLinePartsFragment,
    decision: IssueDecision,
    reason: string | null,
  ): Promise<void> {
    const intent = `${id}|${version}|${decision}|${reason ?? ''}`;
    const idempotencyKey = this.keys.get(intent) ?? newIdempotencyKey();
    this.keys.set(intent, idempotencyKey);
    this.busy.set(true);
    try {
      const { data } = await firstValueFrom(
        this.apollo.mutate({
          mutation: DecideIssueLineDocument,
          variables: { input: { lineId: id, version, idempotencyKey, decision, reason } },
        }),
      );
      const result = data?.decideIssueLine;
      if (result?.__typename === 'IssueLine') {
        this.asking.set(undefined);
        this.told.set({
          tone: 'success',
          text: `${holderName} ${result.certificate?.number ?? ''}`,
        });
      } else this.told.set({ tone: 'error', text: result?.message ?? '' });
      await this.retry();
    } catch (error) {
      this.told.set({ tone: 'error', text: failureOf(error).key });
    } finally {
      this.busy.set(false);
    }
  }

  protected async retry(): Promise<void> {
    await this.watched().refetch();
  }
}

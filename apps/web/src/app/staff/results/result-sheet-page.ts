import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  EnterResultsDocument,
  PublishResultsDocument,
  ResultSheetDocument,
  type ResultRowPartsFragment,
} from '@kaopu/graphql';
import { Banner, DataState, StatusChip } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { failureOf } from '../../core/failure/failure.js';
import { pagedList } from '../../core/graphql/paged.js';
import { DomainTextPipe } from '../../core/i18n/domain-text.js';
import { newIdempotencyKey } from '../../core/idempotency-key.js';
import { refusalText } from '../cases/case-actions.js';
import { type EnteredMark, MarkForm } from './mark-form.js';

/** One plan's result sheet: marks by one person, publication by another. */
@Component({
  selector: 'app-result-sheet-page',
  imports: [
    Banner,
    DataState,
    DomainTextPipe,
    MarkForm,
    MatButtonModule,
    RouterLink,
    StatusChip,
    TranslocoPipe,
  ],
  templateUrl: './result-sheet-page.html',
  styleUrl: './result-sheet-page.scss',
})
export class ResultSheetPage {
  /** Bound from the address. */
  readonly planId = input.required<string>();

  private readonly apollo = inject(Apollo);
  protected readonly list = pagedList(
    this.apollo,
    ResultSheetDocument,
    computed(() => ({ planId: this.planId(), first: 20, after: null })),
    ({ resultSheet }) => resultSheet,
  );
  protected readonly busy = signal(false);
  protected readonly told = signal<{ tone: 'success' | 'error'; text: string } | undefined>(
    undefined,
  );

  protected async enter(
    { application }: ResultRowPartsFragment,
    subjects: readonly EnteredMark[],
  ): Promise<void> {
    await this.run(application.number ?? '', async () => {
      const { data } = await firstValueFrom(
        this.apollo.mutate({
          mutation: EnterResultsDocument,
          variables: { input: { ...about(application), subjects } },
        }),
      );
      return data?.enterResults;
    });
  }

  protected async publish({ application }: ResultRowPartsFragment): Promise<void> {
    await this.run(application.number ?? '', async () => {
      const { data } = await firstValueFrom(
        this.apollo.mutate({
          mutation: PublishResultsDocument,
          variables: { input: about(application) },
        }),
      );
      return data?.publishResults;
    });
  }

  private async run(
    number: string,
    work: () => Promise<{ readonly __typename?: string; readonly message?: string } | undefined>,
  ): Promise<void> {
    this.busy.set(true);
    try {
      const result = await work();
      const isDone = result?.__typename === 'ResultRow';
      this.told.set(
        isDone
          ? { tone: 'success', text: number }
          : { tone: 'error', text: refusalText(result ?? {}) },
      );
      await this.list.retry();
    } catch (error) {
      this.told.set({ tone: 'error', text: failureOf(error).key });
    } finally {
      this.busy.set(false);
    }
  }
}

const about = ({ id, version }: { id: string; version: number }) => ({
  applicationId: id,
  version,
  idempotencyKey: newIdempotencyKey(),
});

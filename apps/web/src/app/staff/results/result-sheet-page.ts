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
import { StatusChip } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { Commands, type NotDone } from '../../core/commands/commands.js';
import { doneNotice, notDoneNotice, type Notice, NoticeBox } from '../../core/commands/notice.js';
import { pagedList } from '../../core/graphql/paged.js';
import { PagedContent } from '../../core/graphql/paged-content.js';
import { DomainText, DomainTextPipe } from '../../core/i18n/domain-text.js';
import { type EnteredMark, MarkForm, type MarkProblems } from './mark-form.js';

/** A refusal belongs to the row whose marks were refused. */
interface RowProblems {
  readonly applicationId: string;
  readonly bySubject: MarkProblems;
}

const NO_PROBLEMS: MarkProblems = {};

/** One plan's result sheet: marks by one person, publication by another. */
@Component({
  selector: 'app-result-sheet-page',
  imports: [
    DomainTextPipe,
    MarkForm,
    MatButtonModule,
    NoticeBox,
    PagedContent,
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
    ResultSheetDocument,
    computed(() => ({ planId: this.planId(), first: 20, after: null })),
    ({ resultSheet }) => resultSheet,
  );
  private readonly commands = new Commands();
  private readonly words = inject(DomainText);
  private readonly refused = signal<RowProblems | undefined>(undefined);
  protected readonly busy = this.commands.busy.asReadonly();
  protected readonly notice = signal<Notice | undefined>(undefined);

  protected problemsOf({ application }: ResultRowPartsFragment): MarkProblems {
    const refused = this.refused();
    return refused?.applicationId === application.id ? refused.bySubject : NO_PROBLEMS;
  }

  protected async enter(
    row: ResultRowPartsFragment,
    subjects: readonly EnteredMark[],
  ): Promise<void> {
    const { id: applicationId, version } = row.application;
    const intent = `enter|${applicationId}|${version}|${JSON.stringify(subjects)}`;
    const outcome = await this.commands.run(intent, 'ResultRow', async (idempotencyKey) => {
      const input = { applicationId, version, idempotencyKey, subjects };
      const { data } = await firstValueFrom(
        this.apollo.mutate({ mutation: EnterResultsDocument, variables: { input } }),
      );
      return data?.enterResults;
    });
    this.refused.set(
      outcome.kind === 'refused'
        ? { applicationId, bySubject: bySubject(outcome.refusal.problems) }
        : undefined,
    );
    await this.tell(row, 'RECORD_RESULTS', outcome, () => this.enter(row, subjects));
  }

  protected async publish(row: ResultRowPartsFragment): Promise<void> {
    const { id: applicationId, version } = row.application;
    const intent = `publish|${applicationId}|${version}`;
    const outcome = await this.commands.run(intent, 'ResultRow', async (idempotencyKey) => {
      const input = { applicationId, version, idempotencyKey };
      const { data } = await firstValueFrom(
        this.apollo.mutate({ mutation: PublishResultsDocument, variables: { input } }),
      );
      return data?.publishResults;
    });
    await this.tell(row, 'PUBLISH_RESULTS', outcome, () => this.publish(row));
  }

  private async tell(
    { application }: ResultRowPartsFragment,
    action: 'RECORD_RESULTS' | 'PUBLISH_RESULTS',
    outcome: NotDone | { readonly kind: 'done' },
    again: () => Promise<void>,
  ): Promise<void> {
    const params = { action: this.words.of(`action.${action}`), number: application.number ?? '' };
    this.notice.set(
      outcome.kind === 'done' ? doneNotice('staff.done', params) : notDoneNotice(outcome, again),
    );
    await this.list.retry();
  }
}

const bySubject = (
  problems: readonly { readonly path: string; readonly message: string }[] = [],
): MarkProblems => Object.fromEntries(problems.map(({ path, message }) => [path, message]));

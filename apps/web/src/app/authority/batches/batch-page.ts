import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  DecideIssueLineDocument,
  IssueBatchDocument,
  type IssueDecision,
  type IssueLinePartsFragment,
} from '@kaopu/graphql';
import { DataState, StatusChip } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { Commands } from '../../core/commands/commands.js';
import { doneNotice, notDoneNotice, type Notice, NoticeBox } from '../../core/commands/notice.js';
import { reading } from '../../core/graphql/reading.js';
import { ItemNamePipe } from '../../core/i18n/item-name.js';
import { LinePapers } from './line-papers.js';
import { RequestEvidence } from './request-evidence.js';

/** One batch, line by line: approve, return or reject with a reason. */
@Component({
  selector: 'app-batch-page',
  imports: [
    DataState,
    ItemNamePipe,
    LinePapers,
    MatButtonModule,
    NoticeBox,
    RequestEvidence,
    RouterLink,
    StatusChip,
    TranslocoPipe,
  ],
  templateUrl: './batch-page.html',
  styleUrl: '../../core/lists.scss',
})
export class BatchPage {
  /** Bound from the address. */
  readonly id = input.required<string>();

  private readonly apollo = inject(Apollo);
  private readonly commands = new Commands();

  protected readonly page = reading(IssueBatchDocument, () => ({ id: this.id() }));
  protected readonly batch = computed(() => this.page.data()?.issueBatch);
  protected readonly busy = this.commands.busy.asReadonly();
  /** The line and decision whose reason is being typed. */
  protected readonly asking = signal<{ line: string; decision: IssueDecision } | undefined>(
    undefined,
  );
  protected readonly notice = signal<Notice | undefined>(undefined);

  protected async choose(line: IssueLinePartsFragment, decision: IssueDecision): Promise<void> {
    if (decision === 'APPROVE') await this.decide(line, decision, null);
    else this.asking.set({ line: line.id, decision });
  }

  /** A refusal leaves the line and the typed reason as they are. */
  protected async decide(
    line: IssueLinePartsFragment,
    decision: IssueDecision,
    reason: string | null,
  ): Promise<void> {
    const { id, version, holderName } = line;
    const intent = `${id}|${version}|${decision}|${reason ?? ''}`;
    const outcome = await this.commands.run(intent, 'IssueLine', async (idempotencyKey) => {
      const { data } = await firstValueFrom(
        this.apollo.mutate({
          mutation: DecideIssueLineDocument,
          variables: { input: { lineId: id, version, idempotencyKey, decision, reason } },
        }),
      );
      return data?.decideIssueLine;
    });
    if (outcome.kind === 'done') {
      this.asking.set(undefined);
      const number = outcome.result.certificate?.number ?? '';
      this.notice.set(doneNotice(`authority.batch.done.${decision}`, { name: holderName, number }));
    } else {
      this.notice.set(notDoneNotice(outcome, () => this.decide(line, decision, reason)));
    }
    await this.page.retry();
  }
}

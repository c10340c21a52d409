import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  DeletedApplicationsDocument,
  type DeletedApplicationsQuery,
  type DeletedApplicationsQueryVariables,
} from '@kaopu/graphql';
import { ShanghaiTime } from '@kaopu/web-ui';

import { doneNotice, notDoneNotice, type Notice, NoticeBox } from '../../core/commands/notice.js';
import { pagedList } from '../../core/graphql/paged.js';
import { PagedContent } from '../../core/graphql/paged-content.js';
import { DomainText } from '../../core/i18n/domain-text.js';
import { ActionForm } from '../cases/action-form.js';
import { CaseActions } from '../cases/case-actions.js';
import { CaseCells, CaseColumns } from '../cases/case-columns.js';

type DeletedRow = DeletedApplicationsQuery['deletedApplications']['edges'][number]['node'];

/** 已删除的申请: what candidates deleted lately, each with its way back (manual ch. 10). */
@Component({
  selector: 'app-deleted-page',
  imports: [
    ActionForm,
    CaseCells,
    CaseColumns,
    NoticeBox,
    PagedContent,
    ShanghaiTime,
    TranslocoPipe,
  ],
  templateUrl: './deleted-page.html',
})
export class DeletedPage {
  protected readonly actions = inject(CaseActions);
  private readonly words = inject(DomainText);
  protected readonly notice = signal<Notice | undefined>(undefined);
  protected readonly list = pagedList(
    DeletedApplicationsDocument,
    signal<DeletedApplicationsQueryVariables>({ first: 20, after: null }),
    ({ deletedApplications }) => deletedApplications,
  );

  protected async restore(row: DeletedRow, reason: string | null): Promise<void> {
    const outcome = await this.actions.act(row, 'RESTORE', reason);
    if (outcome.kind === 'done') {
      const action = this.words.of('action.RESTORE');
      this.notice.set(doneNotice('staff.done', { action, number: row.number ?? '' }));
    } else {
      this.notice.set(notDoneNotice(outcome, () => this.restore(row, reason)));
    }
    await this.list.retry();
  }
}

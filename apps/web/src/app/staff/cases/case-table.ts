import { Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { applicationType, reasonFor, type ActionDeclaration } from '@kaopu/domain';
import type { ApplicationAction, ReviewQueueQuery } from '@kaopu/graphql';
import { ShanghaiTime, StatusChip } from '@kaopu/web-ui';

import { DomainTextPipe } from '../../core/i18n/domain-text.js';
import { ActionForm } from './action-form.js';
import { CaseActions } from './case-actions.js';
import { CaseCells, CaseColumns } from './case-columns.js';

export type CaseRow = ReviewQueueQuery['reviewQueue']['edges'][number]['node'];

/** The table's action, taken on a row, with the reason that was given. */
export interface RowAction {
  readonly row: CaseRow;
  readonly reason: string | null;
}

/** Cases in rows: who, what, since when, and the one action this page is for. */
@Component({
  selector: 'app-case-table',
  imports: [
    ActionForm,
    CaseCells,
    CaseColumns,
    DomainTextPipe,
    ShanghaiTime,
    StatusChip,
    TranslocoPipe,
  ],
  templateUrl: './case-table.html',
  styles: `
    .flag {
      display: block;
      color: var(--mat-sys-error);
    }
  `,
})
export class CaseTable {
  readonly rows = input.required<readonly CaseRow[]>();
  /** Offered on a row exactly when the server allows it. */
  readonly action = input<ApplicationAction>();
  readonly acted = output<RowAction>();

  protected readonly actions = inject(CaseActions);

  protected reasonOf(row: CaseRow, action: ApplicationAction): ActionDeclaration['reason'] {
    return reasonFor(applicationType(row.type), row.status, action);
  }
}

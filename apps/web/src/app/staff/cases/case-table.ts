import { Component, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { displayItemCode } from '@kaopu/domain';
import type { ApplicationAction, ReviewQueueQuery } from '@kaopu/graphql';
import { ShanghaiTime, StatusChip } from '@kaopu/web-ui';

import { DomainTextPipe } from '../../core/i18n/domain-text.js';
import { CaseActions } from './case-actions.js';

export type CaseRow = ReviewQueueQuery['reviewQueue']['edges'][number]['node'];

/** Cases in rows: who, what, since when, and the one action this page is for. */
@Component({
  selector: 'app-case-table',
  imports: [DomainTextPipe, MatButtonModule, RouterLink, ShanghaiTime, StatusChip, TranslocoPipe],
  templateUrl: './case-table.html',
  styleUrl: './case-table.scss',
})
export class CaseTable {
  readonly rows = input.required<readonly CaseRow[]>();
  /** Offered on a row exactly when the server allows it. */
  readonly action = input<ApplicationAction>();
  readonly acted = output<CaseRow>();

  protected readonly actions = inject(CaseActions);
  protected readonly itemCode = displayItemCode;
}

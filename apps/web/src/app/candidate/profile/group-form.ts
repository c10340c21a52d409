import { Component, inject, input } from '@angular/core';
import { type FieldTree, FormRoot, submit } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Banner, ErrorSummary, FailureNotice } from '@kaopu/web-ui';

import { PageTitle } from '../../core/shell/page-title.js';
import { BackLink } from '../words/back-link.js';
import type { GroupSaving } from './group-saving.js';

/** The frame of a page that changes one group of the profile: way back, errors, conflict, save. */
@Component({
  selector: 'app-group-form',
  imports: [
    BackLink,
    Banner,
    ErrorSummary,
    FailureNotice,
    FormRoot,
    MatButtonModule,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './group-form.html',
})
export class GroupForm {
  readonly heading = input.required<string>();
  readonly form = input.required<FieldTree<unknown>>();
  readonly saving = input.required<Pick<GroupSaving<never>, 'command' | 'conflict' | 'refusals'>>();

  protected readonly pageTitle = inject(PageTitle);

  protected again(): void {
    void submit(this.form());
  }
}

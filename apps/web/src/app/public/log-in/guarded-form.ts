import { Component, inject, input } from '@angular/core';
import { type FieldTree, FormRoot, submit } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Banner, Countdown, ErrorSummary, FailureNotice } from '@kaopu/web-ui';

import type { Command } from '../../core/requests/command.js';
import type { Refusals } from '../../core/requests/refusal.js';
import type { Waiting } from '../../core/requests/waiting.js';
import { PageTitle } from '../../core/shell/page-title.js';

/**
 * The frame of a form that the server guards against guessing: errors, a failure, the pause it may
 * ask for, and the button. What stands inside are the fields.
 */
@Component({
  selector: 'app-guarded-form',
  imports: [
    Banner,
    Countdown,
    ErrorSummary,
    FailureNotice,
    FormRoot,
    MatButtonModule,
    TranslocoPipe,
  ],
  templateUrl: './guarded-form.html',
})
export class GuardedForm {
  readonly form = input.required<FieldTree<unknown>>();
  readonly refusals = input.required<Refusals>();
  readonly command = input.required<Command>();
  readonly waiting = input.required<Waiting>();
  readonly submitText = input.required<string>();

  protected readonly pageTitle = inject(PageTitle);

  protected again(): void {
    void submit(this.form());
  }
}

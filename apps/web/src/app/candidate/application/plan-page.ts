import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { ApplicationPlanChoicesDocument } from '@kaopu/graphql';
import {
  Banner,
  DataState,
  ErrorSummary,
  FailureNotice,
  FormAttempt,
  provideFormAttempt,
} from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { PageTitle } from '../../core/shell/page-title.js';
import { Command } from '../../core/requests/command.js';
import { refusalWords } from '../../core/requests/refusal.js';
import { reading } from '../../core/graphql/reading.js';
import { PlanDaysPipe } from '../words/plan-days.js';
import { saveAnswers } from './sections/save-answers.js';
import { BackLink } from '../words/back-link.js';

/** The list loads again by itself: seats go while people think. */
const FRESH_SEATS = { pollInterval: 30_000 };

/** Choice of the exam plan: seats left, dates, place; what cannot be chosen says why (experience.md §2.5). */
@Component({
  selector: 'app-plan-page',
  imports: [
    BackLink,
    Banner,
    DataState,
    ErrorSummary,
    FailureNotice,
    MatButtonModule,
    PlanDaysPipe,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './plan-page.html',
  styleUrl: './plan-page.scss',
  providers: [provideFormAttempt()],
  host: { class: 'kp-page' },
})
export class PlanPage {
  readonly id = input.required<string>();
  /** `check` when the reader came from the answers to check. */
  readonly from = input<string>();

  protected readonly pageTitle = inject(PageTitle);
  protected readonly command = new Command();
  protected readonly refusal = signal<string | undefined>(undefined);

  private readonly router = inject(Router);
  private readonly attempt = inject(FormAttempt);
  private readonly transloco = inject(TranslocoService);
  private readonly apollo = inject(Apollo);

  protected readonly page = reading(
    ApplicationPlanChoicesDocument,
    () => ({ id: this.id() }),
    FRESH_SEATS,
  );
  protected readonly application = computed(() => this.page.data()?.application);
  protected readonly choices = computed(() => this.application()?.planChoices ?? []);
  private readonly storedId = computed(() => this.application()?.plan?.id);
  /** Not touched when the list loads again by itself. */
  protected readonly chosen = linkedSignal(() => this.storedId());

  protected readonly errors = computed(() => {
    const first = this.choices().find(({ selectable }) => selectable)?.plan.id;
    return this.chosen() !== undefined || first === undefined
      ? []
      : [
          {
            message: this.transloco.translate('candidate.plan.required'),
            fieldId: `plan-${first}`,
          },
        ];
  });

  protected choose(planId: string): void {
    this.chosen.set(planId);
  }

  protected async save(): Promise<void> {
    const planId = this.chosen();
    const application = this.application();
    this.refusal.set(undefined);
    if (planId === undefined || !application) {
      this.attempt.failed();
      return;
    }
    const result = await this.command.run((idempotencyKey) =>
      saveAnswers(this.apollo, {
        applicationId: application.id,
        version: application.version,
        idempotencyKey,
        planId,
      }),
    );
    if (!result) {
      return;
    }
    if ('code' in result) {
      this.refusal.set(
        'problems' in result
          ? (result.problems[0]?.message ?? result.message)
          : refusalWords(result),
      );
      await this.page.retry();
      this.chosen.set(planId);
      return;
    }
    const back = this.from() === 'check' ? ['check'] : [];
    await this.router.navigate(['/applications', this.id(), ...back]);
  }
}

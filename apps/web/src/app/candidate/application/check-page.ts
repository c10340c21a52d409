import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import {
  ApplicationPageDocument,
  SubmitApplicationDocument,
  type SubmitApplicationMutation,
} from '@kaopu/graphql';
import {
  Banner,
  DataState,
  ErrorSummary,
  FailureNotice,
  FormAttempt,
  provideFormAttempt,
  type SummaryError,
  SummaryList,
} from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { PageTitle } from '../../core/shell/page-title.js';
import { RuleList } from '../../core/eligibility/rule-list.js';
import { reading } from '../../core/graphql/reading.js';
import { AnswerWords } from '../../core/answers/answer-words.js';
import { Command } from '../../core/requests/command.js';
import { mutate } from '../../core/requests/mutate.js';
import { refusalWords } from '../../core/requests/refusal.js';
import { CheckSections } from './check-sections.js';
import { BackLink } from '../words/back-link.js';

type SubmitResult = SubmitApplicationMutation['submitApplication'];
type Verdicts = Extract<
  SubmitResult,
  { readonly verdicts: readonly { readonly clause: string }[] }
>['verdicts'];

/** Where the plan is changed, on the row it is read on. */
const PLAN_ROW = 'change-plan';

/** Check your answers, declare them true, and file the application (experience.md §1, §2.5). */
@Component({
  selector: 'app-check-page',
  imports: [
    BackLink,
    Banner,
    DataState,
    ErrorSummary,
    FailureNotice,
    MatButtonModule,
    MatCheckboxModule,
    RouterLink,
    RuleList,
    SummaryList,
    TranslocoPipe,
  ],
  templateUrl: './check-page.html',
  providers: [provideFormAttempt()],
  host: { class: 'kp-page' },
})
export class CheckPage {
  readonly id = input.required<string>();

  protected readonly pageTitle = inject(PageTitle);
  protected readonly command = new Command();
  protected readonly declared = signal(false);
  protected readonly problems = signal<readonly SummaryError[]>([]);
  protected readonly verdicts = signal<Verdicts | undefined>(undefined);

  private readonly apollo = inject(Apollo);
  private readonly router = inject(Router);
  private readonly attempt = inject(FormAttempt);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(AnswerWords);
  private readonly checkSections = inject(CheckSections);

  protected readonly page = reading(ApplicationPageDocument, () => ({ id: this.id() }));
  protected readonly application = computed(() => this.page.data()?.application);
  protected readonly sections = computed(() => {
    const application = this.application();
    return application ? this.checkSections.of(application) : [];
  });
  protected readonly again = computed(() => this.application()?.status === 'RETURNED');
  protected readonly submittable = computed(
    () =>
      this.application()?.allowedActions.some(
        (action) => action === 'SUBMIT' || action === 'RESUBMIT',
      ) ?? false,
  );
  protected readonly whyNot = computed(
    () =>
      this.application()?.whyNot.find(({ action }) =>
        this.again() ? action === 'RESUBMIT' : action === 'SUBMIT',
      )?.message,
  );

  protected async submit(): Promise<void> {
    const application = this.application();
    this.problems.set([]);
    if (!application) {
      return;
    }
    if (!this.declared()) {
      const message = this.transloco.translate('candidate.check.declareFirst');
      this.refuse([{ message, fieldId: 'truth-input' }]);
      return;
    }
    const data = await this.command.run((idempotencyKey) =>
      mutate(this.apollo, SubmitApplicationDocument, {
        input: {
          applicationId: application.id,
          version: application.version,
          idempotencyKey,
          truthDeclared: true,
        },
      }),
    );
    if (data) {
      await this.take(data.submitApplication);
    }
  }

  private async take(result: SubmitResult): Promise<void> {
    if (!('code' in result)) {
      await this.router.navigate(['/applications', this.id(), 'submitted']);
      return;
    }
    if ('problems' in result) {
      this.refuse(
        result.problems.map(({ path, message: problem }) => {
          const id = path.split('.').at(-1) ?? path;
          const isPlan = id === 'planId';
          const label = isPlan
            ? this.transloco.translate('candidate.tasks.plan')
            : this.words.label(id);
          return {
            message: this.transloco.translate('candidate.section.problem', { label, problem }),
            fieldId: isPlan ? PLAN_ROW : `change-${id}`,
          };
        }),
      );
      return;
    }
    if ('verdicts' in result) {
      this.verdicts.set(result.verdicts);
    }
    const ofPlan = result.code === 'PLAN_FULL' || result.code === 'PLAN_CLOSED';
    this.refuse([{ message: refusalWords(result), ...(ofPlan && { fieldId: PLAN_ROW }) }]);
    if ('currentVersion' in result) {
      await this.page.retry();
    }
  }

  private refuse(problems: readonly SummaryError[]): void {
    this.problems.set(problems);
    this.attempt.failed();
  }
}

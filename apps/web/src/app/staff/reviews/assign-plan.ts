import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { ApplicationPlanChoicesDocument, AssignPlanDocument } from '@kaopu/graphql';
import { DataState } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { Commands } from '../../core/commands/commands.js';
import { doneNotice, notDoneNotice, type Notice } from '../../core/commands/notice.js';
import { reading } from '../../core/graphql/reading.js';
import { DomainText, DomainTextPipe } from '../../core/i18n/domain-text.js';

/** 安排考试计划: shown where the type leaves the plan to the desk; what cannot be assigned says why. */
@Component({
  selector: 'app-assign-plan',
  imports: [DataState, DomainTextPipe, MatButtonModule, TranslocoPipe],
  templateUrl: './assign-plan.html',
  styleUrl: '../desk-form.scss',
})
export class AssignPlan {
  readonly applicationId = input.required<string>();
  readonly version = input.required<number>();
  readonly number = input.required<string>();
  /** What came of it; the page then reads the case again. */
  readonly told = output<Notice>();

  private readonly apollo = inject(Apollo);
  private readonly commands = new Commands();
  private readonly words = inject(DomainText);

  protected readonly busy = this.commands.busy.asReadonly();
  protected readonly chosen = signal('');
  /** Seats went meanwhile; a failure shows in the list itself. */
  protected readonly choices = reading(ApplicationPlanChoicesDocument, () => ({
    id: this.applicationId(),
  }));
  protected readonly plans = computed(() => this.choices.data()?.application.planChoices);

  protected async assign(): Promise<void> {
    const planId = this.chosen();
    if (planId === '') return;
    const input = { applicationId: this.applicationId(), version: this.version(), planId };
    const outcome = await this.commands.run(
      JSON.stringify(input),
      'Application',
      async (idempotencyKey) => {
        const variables = { input: { ...input, idempotencyKey } };
        const { data } = await firstValueFrom(
          this.apollo.mutate({ mutation: AssignPlanDocument, variables }),
        );
        return data?.assignPlan;
      },
    );
    const action = this.words.of('action.ASSIGN_PLAN');
    this.told.emit(
      outcome.kind === 'done'
        ? doneNotice('staff.done', { action, number: this.number() })
        : notDoneNotice(outcome, () => this.assign()),
    );
    await this.choices.retry();
  }
}

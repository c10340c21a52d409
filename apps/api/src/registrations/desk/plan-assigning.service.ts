import { Injectable } from '@nestjs/common';
import { ExamPlans } from '../../exams/exam-plans.js';
import type { Actor } from '../../platform/access/actor.js';
import type { InvalidInputError, RefusedError } from '../../platform/graphql/user-error.js';
import { invalid, refuse } from '../../platform/i18n/refuse.js';
import type { AssignPlanInput } from '../applying/application.inputs.js';
import { CaseCommands, type CaseChange, type MoveRefusal } from '../cases/case-commands.js';
import { CaseSeats } from '../cases/case-seats.js';

/** 安排考试计划: where the type leaves it to the desk, staff give a case its plan and its seat (domain.md §7 note 4). */
@Injectable()
export class PlanAssigning {
  constructor(
    private readonly commands: CaseCommands,
    private readonly plans: ExamPlans,
    private readonly seats: CaseSeats,
  ) {}

  /** @returns the application's id, or why not. */
  assign(
    actor: Actor,
    input: AssignPlanInput,
  ): Promise<string | MoveRefusal | InvalidInputError | RefusedError> {
    return this.commands.run<InvalidInputError | RefusedError>(
      actor,
      { ...input, operation: 'assignPlan', action: 'ASSIGN_PLAN', reason: null, input },
      (change) => this.place(change, input.planId),
    );
  }

  /** Only a plan of the institution the case is with: it would be nobody's there otherwise. */
  private async place(
    change: CaseChange,
    planId: string,
  ): Promise<InvalidInputError | RefusedError | null> {
    const { actor, file, set, tx } = change;
    const { row, type } = file;
    if (planId === row.planId) return null;
    const { language } = actor.request;
    const choices = await this.plans.choices(row.itemCode, type.registrationType, language);
    const plan = choices.find(({ id }) => id === planId);
    if (!plan) return refuse(actor, 'PLAN_CLOSED');
    if (plan.institution.code !== row.institutionCode) {
      return invalid(actor, [{ path: 'planId', key: 'problem.choice' }]);
    }
    set.planId = planId;
    tx.note({ planId });
    return row.seatPlanId === null
      ? this.seats.take(change, planId)
      : this.seats.move(change, planId);
  }
}

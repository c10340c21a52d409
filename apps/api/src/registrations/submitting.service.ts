import { Injectable } from '@nestjs/common';
import { settledAnswers, type ApplicationAction } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { ExamPlans } from '../exams/exam-plans.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import type { InvalidInputError, RefusedError } from '../platform/graphql/user-error.js';
import { invalid } from '../platform/i18n/refuse.js';
import type { NotEligibleError } from './application.errors.js';
import type { SubmitApplicationInput } from './application.inputs.js';
import { nextApplicationNumber } from './application-numbers.js';
import { ApplicationCells } from './application-cells.js';
import { CaseCommands, type CaseChange, type MoveRefusal } from './case-commands.js';
import { CaseFacts } from './case-facts.js';
import { contentOf } from './case-file.js';
import { CaseOffices } from './case-offices.js';
import { CaseSeats } from './case-seats.js';
import { asItStands, Completeness } from './completeness.js';
import { Submissions } from './submissions.js';

type SubmitRefusal = InvalidInputError | NotEligibleError | RefusedError;

/** 直接申请 (manual ch. 5–7): everything is checked again, frozen, numbered and given its seat. */
@Injectable()
export class SubmittingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: CaseCommands,
    private readonly facts: CaseFacts,
    private readonly cells: ApplicationCells,
    private readonly completeness: Completeness,
    private readonly submissions: Submissions,
    private readonly seats: CaseSeats,
    private readonly offices: CaseOffices,
    private readonly plans: ExamPlans,
    private readonly clock: Clock,
  ) {}

  /** Submits a draft, or submits a returned application again. @returns its id, or why not. */
  async submit(
    actor: Actor,
    input: SubmitApplicationInput,
  ): Promise<string | SubmitRefusal | MoveRefusal> {
    if (!input.truthDeclared) {
      return invalid(actor, [{ path: 'truthDeclared', key: 'problem.required' }]);
    }
    const action = await this.actionFor(input.applicationId);
    return this.commands.run<SubmitRefusal>(
      actor,
      { ...input, operation: 'submitApplication', action, reason: null, input },
      async (change) =>
        action === 'SUBMIT' ? this.first(await this.settled(change)) : this.again(change),
      // Typed refusals with their fields are more use than a count; the effect gives them.
      { missingRequired: 0, ineligible: false },
    );
  }

  /** What follows from our own results is brought up to date, whenever the draft was begun. */
  private async settled(change: CaseChange): Promise<CaseChange> {
    const { file, set } = change;
    if (file.type.resits.length === 0) return change;
    const { facts, parameters } = await this.facts.standingOf(file);
    const answers = { ...file.answers, ...settledAnswers(file.type, facts, parameters) };
    set.answersEnc = this.cells.seal(file.row.id, 'answers_enc', answers);
    return { ...change, file: { ...file, answers, content: { ...contentOf(file), answers } } };
  }

  private async first(change: CaseChange): Promise<SubmitRefusal | null> {
    const { actor, file, tx, set, now } = change;
    const { row, plan, type } = file;
    const isPlanWrong =
      !plan || !(await this.plans.takes(plan.id, row.itemCode, type.registrationType));
    const refusal = await this.completeness.refusal(
      actor,
      file,
      asItStands(file),
      isPlanWrong ? [{ path: 'planId', key: plan ? 'problem.choice' : 'problem.required' }] : [],
    );
    if (refusal || !plan) return refusal;
    await this.submissions.freeze(change, file.answers, contentOf(file).person);
    const today = this.clock.today();
    set.ruleDate = today;
    set.submittedAt = now;
    Object.assign(set, await this.offices.of(row.itemCode, plan.institution.code));
    set.number = await nextApplicationNumber(tx.em, today);
    tx.note({ planId: plan.id, number: set.number });
    return this.seats.take(change, plan.id);
  }

  private async again(change: CaseChange): Promise<SubmitRefusal | null> {
    const { actor, file } = change;
    const refusal = await this.completeness.refusal(actor, file, asItStands(file));
    if (refusal) return refusal;
    await this.submissions.freeze(change, file.answers, contentOf(file).person);
    change.set.returnDueAt = null;
    return null;
  }

  private async actionFor(id: string): Promise<ApplicationAction> {
    const [row] = await this.dataSource.query<{ status: string }[]>(
      'SELECT status FROM application WHERE id = ?',
      [id],
    );
    return row?.status === 'RETURNED' ? 'RESUBMIT' : 'SUBMIT';
  }
}

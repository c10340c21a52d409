import { Injectable } from '@nestjs/common';
import {
  answerProblems,
  normaliseAnswers,
  writableFields,
  type Answers,
  type ApplicationType,
} from '@kaopu/domain';
import { ExamPlans } from '../exams/exam-plans.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import type { InvalidInputError, RefusedError } from '../platform/graphql/user-error.js';
import { invalid, refuse, type Problem } from '../platform/i18n/refuse.js';
import { ApplicationCells } from './application-cells.js';
import type { SaveAnswersInput } from './application.inputs.js';
import { CaseCommands, type CaseChange, type MoveRefusal } from './case-commands.js';
import { CaseOffices } from './case-offices.js';
import { CaseSeats } from './case-seats.js';
import { flaggedTargets } from './flagged.js';
import { Submissions } from './submissions.js';

/** Saves what is typed: half-filled is fine, wrong shapes are not; nothing closed can be written. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly commands: CaseCommands,
    private readonly cells: ApplicationCells,
    private readonly plans: ExamPlans,
    private readonly offices: CaseOffices,
    private readonly seats: CaseSeats,
    private readonly submissions: Submissions,
    private readonly clock: Clock,
  ) {}

  /** @returns the application's id, or why not. */
  save(
    actor: Actor,
    input: SaveAnswersInput,
  ): Promise<string | InvalidInputError | MoveRefusal | RefusedError> {
    return this.commands.run<InvalidInputError | RefusedError>(
      actor,
      { ...input, operation: 'saveAnswers', action: 'EDIT', reason: null, input },
      async (change) => {
        const { file, set, to } = change;
        const problems = this.problems(change, input);
        if (problems.length > 0) return invalid(actor, problems);
        const answers = { ...file.answers, ...typed(file.type, input) };
        set.answersEnc = this.cells.seal(file.row.id, 'answers_enc', answers);
        if (to === 'SUBMITTED') await this.submissions.freeze(change, answers);
        return this.choosePlan(change, input.planId ?? null);
      },
    );
  }

  private problems({ file }: CaseChange, input: SaveAnswersInput): Problem[] {
    const { type, row } = file;
    const flagged = flaggedTargets(file);
    const open = writableFields({ type, state: row.status, role: 'CANDIDATE', flagged });
    const problems = answerProblems(type, typed(type, input), this.clock.today());
    const closed = input.answers
      .map(({ fieldId }) => fieldId)
      .filter((id) => !open.includes(id) && !problems.some(({ path }) => path === id))
      .map((path) => ({ path, key: 'problem.notWritable' }));
    return [...problems, ...closed];
  }

  /** The plan decides institution and authority; after submission the seat moves with it. */
  private async choosePlan(
    change: CaseChange,
    planId: string | null,
  ): Promise<RefusedError | null> {
    const { actor, file, to, set } = change;
    const { row, type } = file;
    if (planId === null || planId === row.planId) return null;
    if (to !== 'DRAFT' && to !== 'SUBMITTED') return refuse(actor, 'STATE_INVALID');
    const choices = await this.plans.choices(
      row.itemCode,
      type.registrationType,
      actor.request.language,
    );
    const choice = choices.find(({ id }) => id === planId);
    if (!choice) return refuse(actor, 'PLAN_CLOSED');
    set.planId = planId;
    Object.assign(set, await this.offices.of(row.itemCode, choice.institution.code));
    if (to !== 'SUBMITTED') return null;
    await this.seats.release(change);
    return this.seats.take(change, planId);
  }
}

/** What was typed, as it is stored. */
const typed = (type: ApplicationType, { answers }: SaveAnswersInput): Answers =>
  normaliseAnswers(
    type,
    Object.fromEntries(answers.map(({ fieldId, value }) => [fieldId, value ?? null])),
  );

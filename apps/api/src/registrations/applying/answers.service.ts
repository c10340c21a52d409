import { Injectable } from '@nestjs/common';
import {
  isSignedBeforeSubmission,
  normaliseAnswers,
  unknownSubjects,
  writableFields,
  type Answers,
  type ApplicationType,
} from '@kaopu/domain';
import { Items } from '../../catalogue/items/items.js';
import { ExamPlans } from '../../exams/exam-plans.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { InvalidInputError, RefusedError } from '../../platform/graphql/user-error.js';
import { invalid, refuse, type Problem } from '../../platform/i18n/refuse.js';
import { ApplicationCells } from '../cases/application-cells.js';
import type { NotEligibleError } from '../cases/application.errors.js';
import type { SaveAnswersInput } from './application.inputs.js';
import { CaseCommands, type CaseChange, type MoveRefusal } from '../cases/case-commands.js';
import { contentOf } from '../cases/case-file.js';
import { itemOfCase } from '../cases/case-item.js';
import { CaseOffices } from '../cases/case-offices.js';
import { contentProblems } from '../cases/case-problems.js';
import { CaseSeats } from '../cases/case-seats.js';
import { Completeness } from './completeness.js';
import { flaggedTargets } from '../cases/flagged.js';
import { chosenPlan, Submissions } from './submissions.js';

/** Saves what is typed: half-filled is fine, wrong shapes are not; nothing closed can be written. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly commands: CaseCommands,
    private readonly cells: ApplicationCells,
    private readonly items: Items,
    private readonly plans: ExamPlans,
    private readonly offices: CaseOffices,
    private readonly seats: CaseSeats,
    private readonly completeness: Completeness,
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
        const problems = await this.problems(change, input);
        if (problems.length > 0) return invalid(actor, problems);
        const answers = { ...file.answers, ...typed(file.type, input) };
        set.answersEnc = this.cells.seal(file.row.id, 'answers_enc', answers);
        if (isSignedBeforeSubmission(file.type)) {
          this.submissions.stamp(change, { ...contentOf(file), answers });
        }
        const planRefusal = await this.choosePlan(change, input.planId ?? null);
        if (planRefusal || to !== 'SUBMITTED') return planRefusal;
        return this.changeSubmitted(change, answers);
      },
    );
  }

  /** A submitted case stays whole, is frozen anew, and its seat moves with the plan, last of all. */
  private async changeSubmitted(
    change: CaseChange,
    answers: Answers,
  ): Promise<InvalidInputError | RefusedError | null> {
    const { actor, file } = change;
    const { row, slots } = file;
    const planId = chosenPlan(change);
    const proposal = { answers, slots: [...slots.keys()], planId };
    const refusal = await this.completeness.refusal(actor, file, proposal);
    if (refusal) return asRefused(refusal);
    await this.submissions.freeze(change, answers);
    if (planId === null || planId === row.planId) return null;
    return this.seats.move(change, planId);
  }

  private async problems({ file }: CaseChange, input: SaveAnswersInput): Promise<Problem[]> {
    const { type, row, answers: stored } = file;
    const flagged = flaggedTargets(file);
    const query = { type, state: row.status, role: 'CANDIDATE', flagged } as const;
    const open = writableFields({ ...query, answers: stored });
    const content = { ...contentOf(file), answers: typed(type, input) };
    const problems = [
      ...contentProblems(file, content, this.clock.today()),
      ...unknownSubjects(type, content.answers, await this.subjectCodes(file)),
    ];
    const closed = input.answers
      .map(({ fieldId }) => fieldId)
      .filter((id) => !open.includes(id) && !problems.some(({ path }) => path === id))
      .map((path) => ({ path, key: 'problem.notWritable' }));
    return [...problems, ...closed];
  }

  private async subjectCodes({ row, type }: CaseChange['file']): Promise<string[]> {
    if (type.resits.length === 0) return [];
    const { subjects } = await itemOfCase(this.items, row);
    return subjects.map(({ code }) => code);
  }

  /** The plan decides institution and authority; it is fixed once its exam was passed. */
  private async choosePlan(
    change: CaseChange,
    planId: string | null,
  ): Promise<InvalidInputError | RefusedError | null> {
    const { actor, file, to, set } = change;
    const { row, type } = file;
    if (file.certificate && planId !== null) return refuse(actor, 'VALIDATION');
    if (planId === null || planId === row.planId) return null;
    if (file.planChoice === 'BY_STAFF') {
      return invalid(actor, [{ path: 'planId', key: 'problem.planByStaff' }]);
    }
    const isOpen = to === 'DRAFT' || to === 'SUBMITTED';
    if (!isOpen || row.passedOn !== null) return refuse(actor, 'STATE_INVALID');
    const choices = await this.plans.choices(
      row.itemCode,
      type.registrationType,
      actor.request.language,
    );
    const choice = choices.find(({ id }) => id === planId);
    if (!choice) return refuse(actor, 'PLAN_CLOSED');
    set.planId = planId;
    Object.assign(set, await this.offices.of(row.itemCode, choice.institution.code));
    return null;
  }
}

/** The rules' no as one sentence: the first rule that is not met. */
function asRefused(
  refusal: InvalidInputError | NotEligibleError,
): InvalidInputError | RefusedError {
  if (refusal instanceof InvalidInputError) return refusal;
  const unmet = refusal.verdicts.find(({ answer }) => answer === 'NO');
  return new RefusedError('NOT_ELIGIBLE', unmet?.message ?? refusal.message);
}

/** What was typed, as it is stored. */
const typed = (type: ApplicationType, { answers }: SaveAnswersInput): Answers =>
  normaliseAnswers(
    type,
    Object.fromEntries(answers.map(({ fieldId, value }) => [fieldId, value ?? null])),
  );

import { Injectable } from '@nestjs/common';
import {
  applicationType,
  settledAnswers,
  type ApplicationAction,
  type ApplicationStatus,
} from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { PlanChoices } from '../../catalogue/rules/plan-choices.js';
import type { IssuedCertificate } from '../../certificates/issued-certificates.js';
import { ExamPlans } from '../../exams/exam-plans.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { batched } from '../../platform/database/batched.js';
import {
  RateLimitedError,
  type InvalidInputError,
  type RefusedError,
} from '../../platform/graphql/user-error.js';
import { invalid, refuse } from '../../platform/i18n/refuse.js';
import type { NotEligibleError } from '../cases/application.errors.js';
import type { SubmitApplicationInput } from './application.inputs.js';
import { ApplicationNumbers } from '../cases/application-numbers.js';
import { ApplicationCells } from '../cases/application-cells.js';
import { CaseCommands, type CaseChange, type MoveRefusal } from '../cases/case-commands.js';
import { CaseFacts } from '../cases/case-facts.js';
import { contentOf } from '../cases/case-file.js';
import { CaseOffices, type Offices } from '../cases/case-offices.js';
import { CaseSeats } from '../cases/case-seats.js';
import { asItStands, Completeness } from './completeness.js';
import { IdNumberClaims } from './id-number-claims.js';
import { Submissions } from './submissions.js';

type SubmitRefusal = InvalidInputError | NotEligibleError | RateLimitedError | RefusedError;

/** As much of a case as is looked at before it is locked. */
interface Glance {
  readonly id: string;
  readonly type: string;
  readonly status: ApplicationStatus;
  readonly accountId: string;
  readonly planId: string | null;
}

/** 直接申请 (manual ch. 5–7): everything is checked again, frozen, numbered and given its seat. */
@Injectable()
export class SubmittingService {
  private readonly glance = batched((ids: readonly string[]) => this.find(ids));

  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: CaseCommands,
    private readonly facts: CaseFacts,
    private readonly cells: ApplicationCells,
    private readonly completeness: Completeness,
    private readonly submissions: Submissions,
    private readonly numbers: ApplicationNumbers,
    private readonly seats: CaseSeats,
    private readonly offices: CaseOffices,
    private readonly claims: IdNumberClaims,
    private readonly plans: ExamPlans,
    private readonly planChoices: PlanChoices,
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
    const { action, isPlanFull } = await this.outlook(actor, input.applicationId);
    if (isPlanFull) return refuse(actor, 'PLAN_FULL');
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

  private first(change: CaseChange): Promise<SubmitRefusal | null> {
    const { certificate } = change.file;
    if (certificate) return this.firstRequest(change, certificate);
    return change.file.planChoice === 'BY_STAFF'
      ? this.firstWithoutPlan(change)
      : this.firstForItem(change);
  }

  private async firstForItem(change: CaseChange): Promise<SubmitRefusal | null> {
    const { actor, file } = change;
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
    await this.file(change, await this.offices.of(row.itemCode, plan.institution.code));
    change.tx.note({ planId: plan.id });
    return this.seats.take(change, plan.id);
  }

  /** The desk assigns plan and seat later; what was chosen before the type was switched does not count. */
  private async firstWithoutPlan(change: CaseChange): Promise<SubmitRefusal | null> {
    const { actor, file, set } = change;
    const refusal = await this.completeness.refusal(actor, file, {
      ...asItStands(file),
      planId: null,
    });
    if (refusal) return refusal;
    const { divisionCode } = contentOf(file).person;
    const offices = await this.offices.ofEmployer(file.row.itemCode, divisionCode);
    if (!offices) return refuse(actor, 'STATE_INVALID', 'refusal.noInstitution');
    set.planId = null;
    await this.file(change, offices);
    return null;
  }

  /** A request about a certificate goes to where the certificate came from and takes no seat. */
  private async firstRequest(
    change: CaseChange,
    certificate: IssuedCertificate,
  ): Promise<SubmitRefusal | null> {
    const { actor, file } = change;
    const claims = await this.claims.problems(actor, file);
    if (claims instanceof RateLimitedError) return claims;
    const refusal = await this.completeness.refusal(actor, file, asItStands(file), claims);
    if (refusal) return refusal;
    const offices = await this.offices.ofCertificate(certificate);
    if (!offices) return refuse(actor, 'STATE_INVALID', 'refusal.noOffice');
    await this.file(change, offices);
    return null;
  }

  /** Freezes, dates, numbers and addresses what is handed in for the first time. */
  private async file(change: CaseChange, offices: Offices): Promise<void> {
    const { file, tx, set, now } = change;
    const today = this.clock.today();
    await this.submissions.freeze(change, file.answers, contentOf(file).person);
    const number = file.row.number ?? (await this.numbers.next());
    Object.assign(set, { ...offices, ruleDate: today, submittedAt: now, number });
    tx.note({ number });
  }

  private async again(change: CaseChange): Promise<SubmitRefusal | null> {
    const { actor, file } = change;
    const claims = await this.claims.problems(actor, file);
    if (claims instanceof RateLimitedError) return claims;
    const refusal = await this.completeness.refusal(actor, file, asItStands(file), claims);
    if (refusal) return refusal;
    await this.submissions.freeze(change, file.answers, contentOf(file).person);
    change.set.returnDueAt = null;
    return null;
  }

  /** What is about to be done, and whether the plan of an own draft has no seat left for it. */
  private async outlook(
    actor: Actor,
    id: string,
  ): Promise<{ readonly action: ApplicationAction; readonly isPlanFull: boolean }> {
    const row = await this.glance(id);
    const isOwnDraft = row?.status === 'DRAFT' && row.accountId === actor.id;
    return {
      action: row?.status === 'RETURNED' ? 'RESUBMIT' : 'SUBMIT',
      isPlanFull: isOwnDraft && (await this.isFull(row)),
    };
  }

  /** Of a plan its candidate has chosen; what stands there where the desk assigns it does not count. */
  private async isFull({ type, planId }: Glance): Promise<boolean> {
    if (planId === null || !(await this.seats.isFull(planId))) return false;
    return (await this.planChoices.of(applicationType(type), null)) === 'BY_CANDIDATE';
  }

  private async find(ids: readonly string[]): Promise<(Glance | null)[]> {
    const rows = await this.dataSource.query<Glance[]>(
      'SELECT id, type, status, account_id AS accountId, plan_id AS planId FROM application WHERE id IN (?)',
      [ids],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  }
}

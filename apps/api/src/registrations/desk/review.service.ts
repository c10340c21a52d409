import { Injectable } from '@nestjs/common';
import { isSettled, offersAction } from '@kaopu/domain';
import { Dictionaries } from '../../catalogue/dictionaries/dictionaries.js';
import type { ReturnReason } from '../../catalogue/dictionaries/dictionary.types.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { updateVersioned } from '../../platform/database/versioned-update.js';
import {
  UserError,
  type ConflictError,
  type InvalidInputError,
  type RateLimitedError,
  type RefusedError,
} from '../../platform/graphql/user-error.js';
import {
  conflict,
  invalid,
  rateLimited,
  refuse,
  type Problem,
} from '../../platform/i18n/refuse.js';
import { RateLimits, type Budget } from '../../platform/limits/rate-limits.js';
import { RevealedPersonalData } from '../cases/application.errors.js';
import { ApplicationRow } from '../cases/application.entity.js';
import type { CaseFile } from '../cases/case-file.js';
import { ApplicationDetails } from '../cases/application-details.js';
import { RegistrationsQueries } from '../cases/registrations.queries.js';
import { judgeable, ReviewTargets } from './review-targets.js';
import type { RevealPersonalDataInput, SetVerdictsInput, VerdictInput } from './review.inputs.js';
import { putVerdict } from './verdict-rows.js';

/** Below this a reason says nothing to whoever reads the log. */
const REASON_MIN = 4;

const REVEALS: Budget = { name: 'reveal', points: 50, seconds: 86_400 };

/** The desk: a verdict per field and file, remembered with the content it is about (goals N3). */
@Injectable()
export class ReviewService {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: RegistrationsQueries,
    private readonly dictionaries: Dictionaries,
    private readonly targets: ReviewTargets,
    private readonly details: ApplicationDetails,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** Writes verdicts where the workflow lets the desk return the case, each about what was seen. @returns the application's id, or why not. */
  async setVerdicts(
    actor: Actor,
    input: SetVerdictsInput,
  ): Promise<string | InvalidInputError | ConflictError | RefusedError> {
    const file = await this.queries.one(actor, input.applicationId);
    const { id, version, status, updatedAt } = file.row;
    const problems = await this.problems(file, input.verdicts);
    const { idempotencyKey } = input;
    return this.transactions.run<InvalidInputError | ConflictError | RefusedError>(
      { actor, operation: 'setVerdicts', idempotencyKey, input },
      async ({ em, note }) => {
        if (!offersAction(file.type, status, 'RETURN')) return refuse(actor, 'STATE_INVALID');
        if (version !== input.version) return conflict(actor, version, updatedAt);
        if (problems.length > 0) return invalid(actor, problems);
        const now = this.clock.now();
        if (!(await updateVersioned(em, ApplicationRow, id, version, { updatedAt: now }))) {
          return conflict(actor, version, updatedAt);
        }
        for (const verdict of input.verdicts) {
          await putVerdict(em, file, verdict, { reviewerId: actor.id, at: now });
        }
        const fixes = input.verdicts.filter(({ ok }) => !ok).map(({ target }) => target);
        note({ applicationId: id, fixes });
        return id;
      },
    );
  }

  /**
   * Full values one by one, with a reason, at most 50 a day (security.md D3). The form prints them
   * too, so a reviewer gets its address only here.
   */
  async reveal(
    actor: Actor,
    { applicationId, reason: given }: RevealPersonalDataInput,
  ): Promise<RevealedPersonalData | InvalidInputError | RateLimitedError | RefusedError> {
    const file = await this.queries.one(actor, applicationId);
    const { submitted } = file;
    if (!submitted) return refuse(actor, 'STATE_INVALID');
    const reason = given.trim();
    if (reason.length < REASON_MIN) {
      return invalid(actor, [{ path: 'reason', key: 'whyNot.reasonRequired' }]);
    }
    const wait = await this.limits.use(REVEALS, actor.id);
    if (wait > 0) return rateLimited(actor, wait);
    const done = await this.transactions.run<never>(
      { actor, operation: 'revealPersonalData', idempotencyKey: null, input: null },
      ({ note }) => {
        note({ reason });
        return Promise.resolve(applicationId);
      },
    );
    if (done instanceof UserError) return done;
    const { idNumber, phone } = submitted.person;
    const isReviewer = actor.roles.includes('REVIEWER');
    const formUrl = isReviewer ? this.details.formAddress(file, actor.id) : null;
    const { newIdNumber } = submitted.answers;
    return new RevealedPersonalData({
      idNumber,
      phone,
      formUrl,
      newIdNumber: typeof newIdNumber === 'string' ? newIdNumber : null,
    });
  }

  private async problems(file: CaseFile, verdicts: readonly VerdictInput[]): Promise<Problem[]> {
    const problems = await Promise.all(verdicts.map((verdict) => this.problem(file, verdict)));
    return problems.filter((problem) => problem !== null);
  }

  /**
   * A verdict is about what its reviewer saw; an objection needs a reason that fits its target and
   * can be answered, and a note where the reason asks for one.
   */
  private async problem(file: CaseFile, verdict: VerdictInput): Promise<Problem | null> {
    const { target: path, ok, reasonCode, note, seen } = verdict;
    if (!exists(file, verdict)) return { path, key: 'problem.unknownField' };
    if (seen !== this.targets.seen(file, verdict)) return { path, key: 'problem.changedMeanwhile' };
    if (ok) return null;
    if (isOurs(file, verdict)) return { path, key: 'problem.settled' };
    const reason = reasonCode ? await this.dictionaries.returnReason(reasonCode) : null;
    if (!reason || !isFor(reason, verdict)) return { path, key: 'problem.returnReason' };
    return reason.needsNote && !note?.trim() ? { path, key: 'problem.returnNote' } : null;
  }
}

/** A return asks for a correction, so a reason that allows none is no reason for it. */
const isFor = (reason: ReturnReason, { targetKind, target }: VerdictInput): boolean =>
  reason.correctable &&
  reason.targetKind === targetKind &&
  (reason.target === '*' || reason.target === target);

/** What follows from our own records cannot be corrected by the candidate. */
const isOurs = ({ type, content }: CaseFile, { targetKind, target }: VerdictInput): boolean =>
  targetKind === 'FIELD' &&
  type.fields.some((field) => field.id === target && isSettled(field, content?.answers ?? {}));

const exists = (file: CaseFile, { targetKind, target }: VerdictInput): boolean =>
  judgeable(file).some((one) => one.targetKind === targetKind && one.target === target);

import { Injectable } from '@nestjs/common';
import { Dictionaries } from '../catalogue/dictionaries.js';
import type { ReturnReason } from '../catalogue/dictionary.types.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { updateVersioned } from '../platform/database/versioned-update.js';
import {
  UserError,
  type ConflictError,
  type InvalidInputError,
  type RateLimitedError,
  type RefusedError,
} from '../platform/graphql/user-error.js';
import { conflict, invalid, rateLimited, refuse, type Problem } from '../platform/i18n/refuse.js';
import { RateLimits, type Budget } from '../platform/limits/rate-limits.js';
import { RevealedPersonalData } from './application.errors.js';
import { ApplicationRow } from './application.entity.js';
import type { CaseFile } from './case-file.js';
import { RegistrationsQueries } from './registrations.queries.js';
import type { RevealPersonalDataInput, SetVerdictsInput, VerdictInput } from './review.inputs.js';
import { putVerdict } from './verdict-rows.js';

const REVEALS: Budget = { name: 'reveal', points: 50, seconds: 86_400 };

const REVIEWING: ReadonlySet<string> = new Set(['UNDER_REVIEW', 'ISSUER_RETURNED']);

/** The desk: a verdict per field and file, remembered with the content it is about (goals N3). */
@Injectable()
export class ReviewService {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: RegistrationsQueries,
    private readonly dictionaries: Dictionaries,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** Writes verdicts while the case is under review. @returns the application's id, or why not. */
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
        if (!REVIEWING.has(status)) return refuse(actor, 'STATE_INVALID');
        if (problems.length > 0) return invalid(actor, problems);
        const now = this.clock.now();
        const isSame = version === input.version;
        if (
          !isSame ||
          !(await updateVersioned(em, ApplicationRow, id, version, { updatedAt: now }))
        ) {
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

  /** Full values one by one, with a reason, at most 50 a day (security.md D3). */
  async reveal(
    actor: Actor,
    { applicationId, reason }: RevealPersonalDataInput,
  ): Promise<RevealedPersonalData | RateLimitedError | RefusedError> {
    const { submitted } = await this.queries.one(actor, applicationId);
    if (!submitted) return refuse(actor, 'STATE_INVALID');
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
    return new RevealedPersonalData(submitted.person.idNumber, submitted.person.phone);
  }

  private async problems(file: CaseFile, verdicts: readonly VerdictInput[]): Promise<Problem[]> {
    const problems = await Promise.all(verdicts.map((verdict) => this.problem(file, verdict)));
    return problems.filter((problem) => problem !== null);
  }

  /** An objection needs a reason that fits its target, and a note where the reason asks for one. */
  private async problem(file: CaseFile, verdict: VerdictInput): Promise<Problem | null> {
    const { target: path, ok, reasonCode, note } = verdict;
    if (!exists(file, verdict)) return { path, key: 'problem.unknownField' };
    if (ok) return null;
    const reason = reasonCode ? await this.dictionaries.returnReason(reasonCode) : null;
    if (!reason || !isFor(reason, verdict)) return { path, key: 'problem.choice' };
    return reason.needsNote && !note?.trim() ? { path, key: 'problem.required' } : null;
  }
}

const isFor = (reason: ReturnReason, { targetKind, target }: VerdictInput): boolean =>
  reason.targetKind === targetKind && (reason.target === '*' || reason.target === target);

const exists = (file: CaseFile, { targetKind, target }: VerdictInput): boolean =>
  targetKind === 'SLOT'
    ? file.type.slots.some(({ code }) => code === target)
    : file.type.fields.some(({ id }) => id === target);

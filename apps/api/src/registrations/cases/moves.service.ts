import { Injectable } from '@nestjs/common';
import type { ApplicationAction } from '@kaopu/domain';
import type { Actor } from '../../platform/access/actor.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import type { InvalidInputError, RefusedError } from '../../platform/graphql/user-error.js';
import { refuse } from '../../platform/i18n/refuse.js';
import { NotEligibleError } from './application.errors.js';
import { LIVE_KEY } from './application.entity.js';
import type { ActOnApplicationInput } from '../applying/application.inputs.js';
import {
  CaseCommands,
  type CaseChange,
  type CaseEffect,
  type MoveRefusal,
} from './case-commands.js';
import { CaseSeats } from './case-seats.js';
import { asItStands, Completeness } from '../applying/completeness.js';
import { Deletions, restoredTooLate } from './deletions.js';
import { isStale } from './fingerprint.js';
import { ReturnDue } from './return-due.js';

/** Actions with data of their own have mutations of their own; timers' actions have none. */
const BY_OTHER_MUTATIONS: ReadonlySet<ApplicationAction> = new Set<ApplicationAction>([
  'EDIT',
  'SUBMIT',
  'RESUBMIT',
  'UPLOAD_SIGNED_FORM',
  'ASSIGN_PLAN',
  'RECORD_RESULTS',
  'PUBLISH_RESULTS',
  'FORWARD',
  'ISSUER_RETURN',
  'APPROVE',
  'REJECT',
  'MARK_PRINTED',
  'MARK_DELIVERED',
  'EXPIRE',
]);

/** The actions that need no data but a reason: withdraw, delete, restore, start review, return, accept, schedule, queue. */
@Injectable()
export class MovesService {
  private readonly effects: Partial<
    Record<ApplicationAction, CaseEffect<InvalidInputError | RefusedError>>
  > = {
    WITHDRAW: (change) => this.releaseSeat(change),
    DELETE: (change) => this.deletions.delete(change),
    RESTORE: (change) => this.deletions.restore(change),
    START_REVIEW: (change) => this.assignReviewer(change),
    RETURN: (change) => this.openReturn(change),
    ACCEPT: (change) => this.assertWhole(change),
  };

  constructor(
    private readonly commands: CaseCommands,
    private readonly seats: CaseSeats,
    private readonly deletions: Deletions,
    private readonly due: ReturnDue,
    private readonly completeness: Completeness,
  ) {}

  /** @returns the application's id, or why not. */
  async act(
    actor: Actor,
    input: ActOnApplicationInput,
  ): Promise<string | MoveRefusal | InvalidInputError | RefusedError> {
    const { action } = input;
    if (BY_OTHER_MUTATIONS.has(action)) return refuse(actor, 'VALIDATION');
    const reason = input.reason?.trim() || null;
    try {
      return await this.commands.run<InvalidInputError | RefusedError>(
        actor,
        { ...input, operation: 'actOnApplication', reason, input },
        this.effects[action] ?? null,
      );
    } catch (thrown) {
      if (action !== 'RESTORE' || !isUniqueViolation(thrown, LIVE_KEY)) throw thrown;
      return restoredTooLate(actor);
    }
  }

  private async releaseSeat(change: CaseChange): Promise<null> {
    await this.seats.release(change);
    return null;
  }

  private assignReviewer({ actor, set }: CaseChange): Promise<null> {
    set.reviewerId = actor.id;
    return Promise.resolve(null);
  }

  /** What was complete when it was handed in still is: the last look before the exam (domain.md §10). */
  private async assertWhole({
    actor,
    file,
  }: CaseChange): Promise<InvalidInputError | RefusedError | null> {
    const refusal = await this.completeness.refusal(actor, file, asItStands(file));
    return refusal instanceof NotEligibleError
      ? refuse(actor, 'NOT_ELIGIBLE', 'whyNot.ineligible')
      : refusal;
  }

  /**
   * The candidate has as long as the most generous of the given reasons allows. Objections to what
   * is no longer there were answered by an earlier repair and flag nothing again.
   */
  private async openReturn({ tx, file, set }: CaseChange): Promise<null> {
    const objections = file.verdicts.filter(({ ok }) => !ok);
    const answered = objections.filter((verdict) => isStale(verdict, file));
    for (const { applicationId, targetKind, target } of answered) {
      await tx.em.query(
        'DELETE FROM verdict WHERE application_id = ? AND target_kind = ? AND target = ?',
        [applicationId, targetKind, target],
      );
    }
    set.returnDueAt = await this.due.of(
      objections.filter((verdict) => !answered.includes(verdict)),
    );
    return null;
  }
}

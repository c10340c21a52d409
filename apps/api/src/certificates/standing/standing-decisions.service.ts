import { Injectable } from '@nestjs/common';
import {
  closingRefusal,
  isStandingReason,
  STANDING_ACTIONS,
  STANDING_REASON,
  type StandingStep,
} from '@kaopu/domain';
import type { Actor } from '../../platform/access/actor.js';
import { Transactions, type Tx } from '../../platform/database/transactions.js';
import { accident } from '../../platform/graphql/accident.js';
import {
  UserError,
  type ConflictError,
  type InvalidInputError,
  type RefusedError,
} from '../../platform/graphql/user-error.js';
import { conflict, invalid } from '../../platform/i18n/refuse.js';
import { StandingCases, type LockedProposal } from './standing-cases.js';
import type { StandingChange } from './standing-change.type.js';
import { StandingEffects } from './standing-effects.js';
import { StandingLedger } from './standing-ledger.js';
import { standingRefused } from './standing-refusals.js';
import type {
  DecideStandingInput,
  ProposalCommandInput,
  WithdrawStandingInput,
} from './standing.inputs.js';
import { StandingQueries } from './standing.queries.js';

/** The other two of four eyes: a second officer decides, or the first one takes the proposal back. */
@Injectable()
export class StandingDecisions {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: StandingCases,
    private readonly ledger: StandingLedger,
    private readonly effects: StandingEffects,
    private readonly queries: StandingQueries,
  ) {}

  /** @returns the change as decided, or why not. @throws NOT_FOUND for one of another authority. */
  async decide(
    actor: Actor,
    input: DecideStandingInput,
  ): Promise<StandingChange | ConflictError | InvalidInputError | RefusedError> {
    const { idempotencyKey } = input;
    const done = await this.transactions.run(
      { actor, operation: 'decideStanding', idempotencyKey, input },
      (tx) => this.decideOnce(tx, actor, input),
    );
    return done instanceof UserError ? done : this.queries.byId(actor, done);
  }

  /** @returns the proposal as taken back, or why not. @throws NOT_FOUND for one of another authority. */
  async withdraw(
    actor: Actor,
    input: WithdrawStandingInput,
  ): Promise<StandingChange | ConflictError | RefusedError> {
    const { idempotencyKey } = input;
    const done = await this.transactions.run(
      { actor, operation: 'withdrawStanding', idempotencyKey, input },
      (tx) => this.withdrawOnce(tx, actor, input),
    );
    return done instanceof UserError ? done : this.queries.byId(actor, done);
  }

  private async decideOnce(
    tx: Tx,
    actor: Actor,
    input: DecideStandingInput,
  ): Promise<string | ConflictError | InvalidInputError | RefusedError> {
    const proposal = await this.lock(tx, actor, input);
    if (proposal instanceof UserError) return proposal;
    const reason = input.reason?.trim() || null;
    if (!isEnough(reason, proposal, input.decision)) {
      const key = 'problem.standingReason';
      return invalid(actor, [{ path: 'reason', key, params: STANDING_REASON }]);
    }
    const closed = await this.close(tx, actor, proposal, { step: input.decision, reason });
    if (typeof closed === 'string' && input.decision === 'APPROVE') {
      await this.effects.apply(tx, actor, proposal);
    }
    return closed;
  }

  private async withdrawOnce(
    tx: Tx,
    actor: Actor,
    input: WithdrawStandingInput,
  ): Promise<string | ConflictError | RefusedError> {
    const proposal = await this.lock(tx, actor, input);
    if (proposal instanceof UserError) return proposal;
    return this.close(tx, actor, proposal, { step: 'WITHDRAW', reason: null });
  }

  private async lock(
    { em }: Tx,
    actor: Actor,
    { changeId, version }: ProposalCommandInput,
  ): Promise<LockedProposal | ConflictError> {
    const proposal = await this.cases.lockProposal(em, actor, changeId);
    if (!proposal) throw accident('NOT_FOUND');
    const { change } = proposal;
    // What lapsed stays so: whoever still saw it open is told why, not to look again.
    return change.version === version || change.outcome === 'LAPSED'
      ? proposal
      : conflict(actor, change.version, change.decidedAt);
  }

  private async close(
    tx: Tx,
    actor: Actor,
    proposal: LockedProposal,
    closing: { readonly step: StandingStep; readonly reason: string | null },
  ): Promise<string | ConflictError | RefusedError> {
    const refusal = refusalOf(actor, closing.step, proposal);
    if (refusal) return refusal;
    const { id, action, certificateId, version } = proposal.change;
    if (!(await this.ledger.close(tx.em, actor, proposal.change, closing))) {
      return conflict(actor, version + 1);
    }
    tx.note({ certificateId, action, step: closing.step });
    return id;
  }
}

/** Where the table asks for none, a reason may be left out; one that is given says as much as any. */
const isEnough = (
  reason: string | null,
  { change }: LockedProposal,
  step: StandingStep,
): boolean =>
  reason === null
    ? !STANDING_ACTIONS[change.action].reasonFor.includes(step)
    : isStandingReason(reason);

function refusalOf(
  actor: Actor,
  step: StandingStep,
  { certificate, change }: LockedProposal,
): RefusedError | null {
  const { action, fromStatus: from, outcome } = change;
  const { status } = certificate;
  const isProposer = change.proposedBy === actor.id;
  const isHolder = certificate.holderAccountId === actor.id;
  const refusal = closingRefusal(
    step,
    { roles: actor.roles, isHolder },
    { action, from, status, outcome, isProposer },
  );
  return refusal && standingRefused(actor, refusal, { action, status });
}

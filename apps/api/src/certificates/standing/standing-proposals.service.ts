import { Injectable } from '@nestjs/common';
import { isStandingReason, proposalRefusal, STANDING_REASON } from '@kaopu/domain';
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
import { StandingCases } from './standing-cases.js';
import type { StandingChange } from './standing-change.type.js';
import { StandingLedger } from './standing-ledger.js';
import { standingRefused } from './standing-refusals.js';
import type { ProposeStandingInput } from './standing.inputs.js';
import { StandingQueries } from './standing.queries.js';

/** The first of four eyes: an officer proposes to change the standing of a certificate. */
@Injectable()
export class StandingProposals {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: StandingCases,
    private readonly ledger: StandingLedger,
    private readonly queries: StandingQueries,
  ) {}

  /** @returns the proposal, or why not. @throws NOT_FOUND for a certificate of another authority. */
  async propose(
    actor: Actor,
    input: ProposeStandingInput,
  ): Promise<StandingChange | ConflictError | InvalidInputError | RefusedError> {
    if (!isStandingReason(input.reason)) {
      const key = 'problem.standingReason';
      return invalid(actor, [{ path: 'reason', key, params: STANDING_REASON }]);
    }
    const { idempotencyKey } = input;
    const done = await this.transactions.run(
      { actor, operation: 'proposeStanding', idempotencyKey, input },
      (tx) => this.proposeOnce(tx, actor, input),
    );
    return done instanceof UserError ? done : this.queries.byId(actor, done);
  }

  private async proposeOnce(
    tx: Tx,
    actor: Actor,
    input: ProposeStandingInput,
  ): Promise<string | ConflictError | RefusedError> {
    const { action } = input;
    const certificate = await this.cases.lockCertificate(tx.em, actor, input.certificateId);
    if (!certificate) throw accident('NOT_FOUND');
    const { id, status, version } = certificate;
    if (version !== input.version) return conflict(actor, version);
    const isHolder = certificate.holderAccountId === actor.id;
    const hasOpenProposal = await this.cases.hasOpenProposal(tx.em, id);
    const refusal = proposalRefusal(
      action,
      { roles: actor.roles, isHolder },
      { status, hasOpenProposal },
    );
    if (refusal) return standingRefused(actor, refusal, { action, status });
    tx.note({ certificateId: id, action, from: status });
    return this.ledger.enter(tx.em, actor, certificate, input);
  }
}

import { Injectable } from '@nestjs/common';
import {
  allowedStandingActions,
  allowedStandingDecisions,
  closingRefusal,
  type StandingAction,
} from '@kaopu/domain';
import { AccountNames } from '../../auth/accounts/account-names.js';
import type { Actor } from '../../platform/access/actor.js';
import { CertificateCells } from '../certificate-cells.js';
import { StandingChange } from './standing-change.type.js';
import { StandingFacts, type FactsOfStanding } from './standing-facts.js';
import { standingWhyNot } from './standing-refusals.js';
import type { StoredChange } from './stored-changes.js';

/** What a holder is not told: who decided, and what officers wrote to each other. */
type OfOfficers = Pick<StandingChange, 'proposedBy' | 'decidedBy' | 'decisionReason'>;

const NOT_TOLD: OfOfficers = { proposedBy: null, decidedBy: null, decisionReason: null };

/** Makes the standing of certificates readable for whoever asks. */
@Injectable()
export class StandingReader {
  constructor(
    private readonly facts: StandingFacts,
    private readonly names: AccountNames,
    private readonly cells: CertificateCells,
  ) {}

  /**
   * The history of a certificate, newest first: what was approved for its holder, proposals too for the
   * people of its authority and for auditors; null for everybody else.
   */
  async historyOf(actor: Actor, certificateId: string): Promise<StandingChange[] | null> {
    const facts = await this.facts.of(certificateId);
    if (facts.holderAccountId === actor.id) {
      return facts.changes
        .filter(({ outcome }) => outcome === 'APPROVED')
        .map((row) => this.change(actor, row, NOT_TOLD));
    }
    return isOfficeOf(actor, facts) ? this.complete(actor, facts.changes) : null;
  }

  /** What the actor may propose for a certificate now, by the declared table. */
  async actionsFor(actor: Actor, certificateId: string): Promise<readonly StandingAction[]> {
    const facts = await this.facts.of(certificateId);
    if (!isOfficeOf(actor, facts)) return [];
    return allowedStandingActions(
      { roles: actor.roles, isHolder: facts.holderAccountId === actor.id },
      {
        status: facts.status,
        hasOpenProposal: facts.changes.some(({ outcome }) => outcome === null),
      },
    );
  }

  /** For officers. The caller has decided that the actor may see them. */
  async complete(actor: Actor, rows: readonly StoredChange[]): Promise<StandingChange[]> {
    const told = await Promise.all(rows.map((row) => this.officersOf(row)));
    return rows.map((row, at) => this.change(actor, row, told[at] ?? NOT_TOLD));
  }

  private async officersOf({
    id,
    proposedBy,
    decidedBy,
    decisionReasonEnc,
  }: StoredChange): Promise<OfOfficers> {
    const [proposer, decider] = await Promise.all([
      this.names.of(proposedBy),
      decidedBy === null ? null : this.names.of(decidedBy),
    ]);
    return {
      proposedBy: proposer,
      decidedBy: decider,
      decisionReason:
        decisionReasonEnc && this.cells.reason('decision_reason_enc', id, decisionReasonEnc),
    };
  }

  private change(actor: Actor, row: StoredChange, told: OfOfficers): StandingChange {
    const { id, certificateId, action, fromStatus: from, status, outcome } = row;
    const who = { roles: actor.roles, isHolder: row.holderAccountId === actor.id };
    const proposal = { action, from, status, outcome, isProposer: row.proposedBy === actor.id };
    const refusal = closingRefusal('APPROVE', who, proposal);
    return new StandingChange({
      ...{ id, certificateId, action, from, outcome },
      to: row.toStatus,
      reason: this.cells.reason('reason_enc', id, row.reasonEnc),
      at: row.decidedAt,
      proposedAt: row.proposedAt,
      ...told,
      version: row.version,
      allowedDecisions: allowedStandingDecisions(who, proposal),
      mayWithdraw: closingRefusal('WITHDRAW', who, proposal) === null,
      whyNot:
        outcome === null && refusal ? standingWhyNot(actor, refusal, { action, status }) : null,
    });
  }
}

/** People of the certificate's authority; auditors of every one. */
const isOfficeOf = (
  { authorityCode, institutionCode, roles }: Actor,
  certificate: FactsOfStanding,
): boolean =>
  authorityCode !== null
    ? authorityCode === certificate.authorityCode
    : institutionCode === null && roles.includes('AUDITOR');

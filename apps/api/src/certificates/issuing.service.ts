import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Transactions, type Tx } from '../platform/database/transactions.js';
import { updateVersioned } from '../platform/database/versioned-update.js';
import { accident } from '../platform/graphql/accident.js';
import {
  RefusedError,
  UserError,
  type ConflictError,
  type InvalidInputError,
} from '../platform/graphql/user-error.js';
import { conflict, invalid } from '../platform/i18n/refuse.js';
import { CertificateCells } from './certificate-cells.js';
import { Certifying } from './certifying.js';
import type { DecideIssueLineInput } from './issuance.inputs.js';
import { IssueBatches } from './issue-batches.js';
import { refusalOf } from './issue-decision.js';
import { STATUS_AFTER } from './issue-line-status.js';
import { IssueLineRow } from './issue-line.entity.js';
import type { IssueLine } from './issue-line.type.js';
import { IssueLines, type LineToDecide } from './issue-lines.js';
import { IssuingTermsReader, type IssuingTerms } from './issuing-terms.js';
import { Replacing } from './replacing.js';
import { IssueLineListeners } from './source-listeners.js';

/** Decisions of the issuing authority, line by line (experience.md §3.5). */
@Injectable()
export class IssuingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lines: IssueLines,
    private readonly batches: IssueBatches,
    private readonly terms: IssuingTermsReader,
    private readonly certifying: Certifying,
    private readonly replacing: Replacing,
    private readonly cells: CertificateCells,
    private readonly listeners: IssueLineListeners,
    private readonly clock: Clock,
  ) {}

  /** @returns the line as decided, or why not. @throws NOT_FOUND for a line of another authority. */
  async decide(
    actor: Actor,
    input: DecideIssueLineInput,
  ): Promise<IssueLine | InvalidInputError | ConflictError | RefusedError> {
    const reason = input.reason?.trim() || null;
    if (input.decision !== 'APPROVE' && reason === null) {
      return invalid(actor, [{ path: 'reason', key: 'whyNot.reasonRequired' }]);
    }
    const terms = await this.termsFor(actor, input);
    const { idempotencyKey } = input;
    const done = await this.transactions.run(
      { actor, operation: 'decideIssueLine', idempotencyKey, input },
      (tx) => this.decideOnce(tx, actor, input, reason, terms),
    );
    return done instanceof UserError ? done : this.batches.lineById(actor, done);
  }

  /** Read before the transaction begins, which must not wait for a second connection. */
  private async termsFor(actor: Actor, input: DecideIssueLineInput): Promise<IssuingTerms | null> {
    if (input.decision !== 'APPROVE') return null;
    const line = await this.lines.inScope(actor, input.lineId);
    if (!line) throw accident('NOT_FOUND');
    return this.terms.of(line.itemCode, line.authorityCode, this.clock.today());
  }

  private async decideOnce(
    tx: Tx,
    actor: Actor,
    { lineId, version, decision }: DecideIssueLineInput,
    reason: string | null,
    terms: IssuingTerms | null,
  ): Promise<string | ConflictError | RefusedError> {
    const line = await this.lines.lock(tx.em, actor, lineId);
    if (!line) throw accident('NOT_FOUND');
    if (line.version !== version) return conflict(actor, line.version, line.decidedAt);
    const refusal = refusalOf(actor, line, decision);
    if (refusal) return new RefusedError(refusal.code, refusal.message);
    const certificateId = terms ? await this.certify(tx, actor, line, terms) : null;
    if (certificateId instanceof RefusedError) return certificateId;
    await updateVersioned(tx.em, IssueLineRow, line.id, line.version, {
      status: STATUS_AFTER[decision],
      reason,
      decidedBy: actor.id,
      decidedAt: this.clock.now(),
      certificateId,
    });
    tx.note({ issueLineId: line.id, source: line.source, decision });
    const { source } = line;
    const objection = await this.listeners.tell(tx, {
      source,
      decision,
      reason,
      actor,
      certificateId,
    });
    return objection ? asRefused(objection) : line.id;
  }

  private async certify(
    tx: Tx,
    actor: Actor,
    line: LineToDecide,
    terms: IssuingTerms,
  ): Promise<string | RefusedError> {
    const { purpose, replacesId } = line;
    const holder = this.cells.holder('issue_line', line.id, line.holderEnc);
    const approved = { ...line, holder, actorId: actor.id, at: this.clock.now() };
    if (purpose !== 'ISSUE' && replacesId !== null) {
      return this.replacing.replace(tx, actor, approved, { ...line, purpose, replacesId }, terms);
    }
    return this.certifying.issue(tx, actor, approved, terms);
  }
}

/** A listener's refusal in the shape this mutation's union has. */
const asRefused = ({ code, message }: UserError): RefusedError => new RefusedError(code, message);

import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Transactions, type Tx } from '../platform/database/transactions.js';
import { updateVersioned } from '../platform/database/versioned-update.js';
import { accident } from '../platform/graphql/accident.js';
import { RefusedError, UserError, type ConflictError } from '../platform/graphql/user-error.js';
import { conflict, refuse, say } from '../platform/i18n/refuse.js';
import { certificateText } from './certificate-texts.js';
import { CertificateRow } from './certificate.entity.js';
import type { Certificate } from './certificate.type.js';
import { CertificatesQueries } from './certificates.queries.js';
import type { AdvanceCertificateInput } from './issuance.inputs.js';
import { certificateScope } from './issuance-scope.js';
import { CertificateListeners } from './source-listeners.js';

interface PaperRow {
  readonly id: string;
  readonly source: string | null;
  readonly status: string;
  readonly printedAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly version: number;
}

/** The printing desk: printed, then handed over or posted (domain.md §10). */
@Injectable()
export class PrintingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: CertificatesQueries,
    private readonly listeners: CertificateListeners,
    private readonly clock: Clock,
  ) {}

  /** @returns the certificate as it is then, or why not. @throws NOT_FOUND for one of another authority. */
  async advance(
    actor: Actor,
    input: AdvanceCertificateInput,
  ): Promise<Certificate | ConflictError | RefusedError> {
    const { idempotencyKey } = input;
    const done = await this.transactions.run(
      { actor, operation: 'advanceCertificate', idempotencyKey, input },
      (tx) => this.advanceOnce(tx, actor, input),
    );
    return done instanceof UserError ? done : this.queries.byId(actor, done);
  }

  private async advanceOnce(
    tx: Tx,
    actor: Actor,
    { certificateId, version, step, trackingNo }: AdvanceCertificateInput,
  ): Promise<string | ConflictError | RefusedError> {
    const scope = certificateScope(actor);
    const [row] = await tx.em.query<PaperRow[]>(
      `SELECT c.id, c.source, c.status, c.printed_at AS printedAt, c.delivered_at AS deliveredAt, c.version
       FROM certificate c WHERE c.id = ? AND ${scope.sql} FOR UPDATE`,
      [certificateId, ...scope.values],
    );
    if (!row) throw accident('NOT_FOUND');
    if (row.version !== version) return conflict(actor, row.version);
    const refusal = refusalOf(actor, row, step);
    if (refusal) return refusal;
    await updateVersioned(
      tx.em,
      CertificateRow,
      row.id,
      version,
      this.changes(step, trackingNo ?? null),
    );
    tx.note({ certificateId: row.id, step });
    if (row.source === null) return row.id;
    const { source } = row;
    const objection = await this.listeners.tell(tx, { source, step, actor, certificateId: row.id });
    return objection ? new RefusedError(objection.code, objection.message) : row.id;
  }

  private changes(
    step: AdvanceCertificateInput['step'],
    trackingNo: string | null,
  ): QueryDeepPartialEntity<CertificateRow> {
    const now = this.clock.now();
    return step === 'MARK_PRINTED' ? { printedAt: now } : { deliveredAt: now, trackingNo };
  }
}

/** Each step once and in order, and only for a certificate that is in force. */
function refusalOf(
  actor: Actor,
  { status, printedAt, deliveredAt }: PaperRow,
  step: AdvanceCertificateInput['step'],
): RefusedError | null {
  if (status !== 'VALID') {
    const message = certificateText(actor.request.language, 'certificate.notInForce');
    return new RefusedError('STATE_INVALID', message);
  }
  const state = deliveredAt ? 'DELIVERED' : printedAt ? 'PRINTED' : 'APPROVED';
  const isNext = state === (step === 'MARK_PRINTED' ? 'APPROVED' : 'PRINTED');
  if (isNext) return null;
  const action = say(actor, `action.${step}`);
  return refuse(actor, 'STATE_INVALID', `whyNot.state.${state}`, { action });
}

import { Injectable } from '@nestjs/common';
import {
  STANDING_ACTIONS,
  STANDING_OUTCOMES,
  type StandingAction,
  type StandingStep,
} from '@kaopu/domain';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { updateVersioned } from '../../platform/database/versioned-update.js';
import { CertificateCells } from '../certificate-cells.js';
import type { LockedCertificate } from './standing-cases.js';
import { StandingChangeRow } from './standing-change.entity.js';

/** Writes proposals, and once what became of each; reasons are about a person and kept sealed. */
@Injectable()
export class StandingLedger {
  constructor(
    private readonly cells: CertificateCells,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the proposal. @throws Error of the database when one is open already. */
  async enter(
    em: EntityManager,
    actor: Actor,
    { id: certificateId, status, authorityCode }: LockedCertificate,
    { action, reason }: { readonly action: StandingAction; readonly reason: string },
  ): Promise<string> {
    const id = uuid();
    await em.insert(StandingChangeRow, {
      ...{ id, certificateId, authorityCode, action },
      fromStatus: status,
      toStatus: STANDING_ACTIONS[action].to,
      reasonEnc: this.cells.seal(['standing_change', 'reason_enc'], id, reason.trim()),
      proposedBy: actor.id,
      proposedAt: this.clock.now(),
      version: 1,
    });
    return id;
  }

  /** @returns false when somebody closed it since it was read. */
  close(
    em: EntityManager,
    actor: Actor,
    { id, version }: Pick<StandingChangeRow, 'id' | 'version'>,
    { step, reason }: { readonly step: StandingStep; readonly reason: string | null },
  ): Promise<boolean> {
    const cell = ['standing_change', 'decision_reason_enc'] as const;
    return updateVersioned(em, StandingChangeRow, id, version, {
      outcome: STANDING_OUTCOMES[step],
      decisionReasonEnc: reason === null ? null : this.cells.seal(cell, id, reason),
      decidedBy: actor.id,
      decidedAt: this.clock.now(),
    });
  }

  /** Closes a proposal that was overtaken; nobody decided. @returns false when somebody closed it since it was read. */
  lapse(
    em: EntityManager,
    { id, version }: Pick<StandingChangeRow, 'id' | 'version'>,
  ): Promise<boolean> {
    const decidedAt = this.clock.now();
    return updateVersioned(em, StandingChangeRow, id, version, { outcome: 'LAPSED', decidedAt });
  }
}

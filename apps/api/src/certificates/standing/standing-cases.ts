import { Injectable } from '@nestjs/common';
import type { RegisteredStatus } from '@kaopu/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { leanRows } from '../../platform/database/lean-rows.js';
import { certificateScope } from '../issuance-scope.js';
import { StandingChangeRow } from './standing-change.entity.js';

/** A certificate as a change of its standing needs it. */
export interface LockedCertificate {
  readonly id: string;
  readonly number: string;
  readonly status: RegisteredStatus;
  readonly holderAccountId: string | null;
  readonly authorityCode: string;
  readonly version: number;
}

/** A proposal with its certificate. */
export interface LockedProposal {
  readonly certificate: LockedCertificate;
  readonly change: StandingChangeRow;
}

/**
 * Certificates and proposals inside the actor's scope, kept from everybody else until the transaction
 * ends: the certificate first, as everybody does who changes one, so that nobody waits in a circle.
 */
@Injectable()
export class StandingCases {
  /** Null when it is not there or not the actor's. */
  async lockCertificate(
    em: EntityManager,
    actor: Actor,
    id: string,
  ): Promise<LockedCertificate | null> {
    const scope = certificateScope(actor);
    const [row] = await em.query<LockedCertificate[]>(
      `SELECT c.id, c.certificate_no AS number, c.status, c.holder_account_id AS holderAccountId,
              c.authority_code AS authorityCode, c.version
       FROM certificate c WHERE c.id = ? AND ${scope.sql} FOR UPDATE`,
      [id, ...scope.values],
    );
    return row ?? null;
  }

  /** Null when it is not there or not the actor's. */
  async lockProposal(em: EntityManager, actor: Actor, id: string): Promise<LockedProposal | null> {
    const [about] = await em.query<{ certificateId: string }[]>(
      'SELECT certificate_id AS certificateId FROM standing_change WHERE id = ?',
      [id],
    );
    const certificate = about && (await this.lockCertificate(em, actor, about.certificateId));
    if (!certificate) return null;
    const [change] = await leanRows(em, StandingChangeRow, 'WHERE t.id = ? FOR UPDATE', [id]);
    return change ? { certificate, change } : null;
  }

  /** True while a proposal waits for a decision; asked under the certificate's lock. */
  async hasOpenProposal(em: EntityManager, certificateId: string): Promise<boolean> {
    const rows = await em.query<unknown[]>(
      'SELECT 1 FROM standing_change WHERE certificate_id = ? AND live_key = 1',
      [certificateId],
    );
    return rows.length > 0;
  }
}

import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RegisteredStatus, StandingAction } from '@kaopu/domain';
import { v7 as uuid } from 'uuid';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../platform/database/transactions.js';
import { updateVersioned } from '../platform/database/versioned-update.js';
import { CertificateCells } from './certificate-cells.js';
import { CertificateRow } from './certificate.entity.js';
import type { Holder } from './holder.js';
import type { IssuePurpose } from './issue-purpose.js';
import { StandingLapses } from './standing/standing-lapses.js';

/** An item as it stands on a certificate; days are `YYYY-MM-DD`. */
export interface CertifiedItem {
  readonly itemCode: string;
  readonly firstIssueDate: string;
  readonly approvalDate: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly restriction: string | null;
}

/** A certificate about to be written into the register. */
export interface CertificateEntry {
  readonly id: string;
  readonly number: string;
  /** What it was issued for; null for one that came from elsewhere. */
  readonly source: string | null;
  readonly purpose: IssuePurpose;
  readonly holderAccountId: string | null;
  readonly holder: Holder;
  readonly authorityCode: string;
  readonly institutionCode: string | null;
  readonly photoFileId: string | null;
  readonly issuedAt: Date;
  readonly items: readonly CertifiedItem[];
  /** The print of the change its holder's data come from; none when left out. */
  readonly correctedBy?: string | null;
  /** Who enters it, for the history. */
  readonly actorId: string;
}

/** A certificate whose standing an authority changes, as it was seen. */
export interface ChangedStanding {
  readonly certificateId: string;
  readonly version: number;
  readonly from: RegisteredStatus;
  readonly to: RegisteredStatus;
  readonly action: StandingAction;
}

/** Writes certificates and their history; nothing is ever deleted (goal G38). */
@Injectable()
export class CertificateRegister {
  constructor(
    private readonly cells: CertificateCells,
    private readonly lapses: StandingLapses,
  ) {}

  /**
   * Enters a certificate inside the caller's transaction, in force from the start.
   *
   * @throws Error of the database when the number is taken.
   */
  async enter(em: EntityManager, entry: CertificateEntry): Promise<void> {
    const { id, actorId, issuedAt } = entry;
    await em.query(
      `INSERT INTO certificate (id, certificate_no, verify_code, source, purpose, holder_account_id, holder_enc, holder_name_index,
         authority_code, institution_code, photo_file_id, corrected_by, status, issued_at, version)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'VALID', ?, 1)`,
      [
        id,
        entry.number,
        randomBytes(16).toString('base64url'),
        entry.source,
        entry.purpose,
        entry.holderAccountId,
        this.cells.seal(['certificate', 'holder_enc'], id, entry.holder),
        this.cells.nameIndex(entry.holder.name),
        entry.authorityCode,
        entry.institutionCode,
        entry.photoFileId,
        entry.correctedBy ?? null,
        issuedAt,
      ],
    );
    for (const item of entry.items) {
      await em.query(
        `INSERT INTO certificate_item (certificate_id, item_code, first_issue_date, approval_date, valid_from, valid_to, restriction)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        [
          id,
          item.itemCode,
          item.firstIssueDate,
          item.approvalDate,
          item.validFrom,
          item.validTo,
          item.restriction,
        ],
      );
    }
    await logStatus(em, {
      certificateId: id,
      from: null,
      to: 'VALID',
      reason: null,
      actorId,
      at: issuedAt,
    });
  }

  /**
   * Writes that an authority suspended, reinstated, revoked or cancelled a certificate. Only the version
   * that was seen is changed, so that of two who change it at once one succeeds.
   *
   * @throws Error when it was changed meanwhile: the caller holds its lock and has looked.
   */
  async changeStatus(
    em: EntityManager,
    { certificateId, version, from, to, action }: ChangedStanding,
    { actorId, at }: { readonly actorId: string; readonly at: Date },
  ): Promise<void> {
    const changes = { status: to };
    if (!(await updateVersioned(em, CertificateRow, certificateId, version, changes))) {
      throw new Error(`Certificate ${certificateId} is no longer at version ${version}.`);
    }
    await logStatus(em, { certificateId, from, to, reason: action, actorId, at });
  }

  /**
   * Marks an older certificate, locked by the caller, as replaced by its successor, which must be in the
   * register; says in the history why, and ends what was proposed about it.
   */
  async supersede(
    tx: Tx,
    certificateId: string,
    successor: Pick<CertificateEntry, 'id' | 'purpose'>,
    { actorId, at }: { readonly actorId: string; readonly at: Date },
  ): Promise<void> {
    await tx.em.query(
      `UPDATE certificate SET status = 'SUPERSEDED', superseded_by = ?, version = version + 1 WHERE id = ?`,
      [successor.id, certificateId],
    );
    await logStatus(tx.em, {
      certificateId,
      from: 'VALID',
      to: 'SUPERSEDED',
      reason: successor.purpose,
      actorId,
      at,
    });
    await this.lapses.lapse(tx, certificateId);
  }
}

interface StatusChange {
  readonly certificateId: string;
  readonly from: string | null;
  readonly to: string;
  /** The purpose of the print that took its place, or what its authority did; null when it was entered. */
  readonly reason: IssuePurpose | StandingAction | null;
  readonly actorId: string;
  readonly at: Date;
}

async function logStatus(
  em: EntityManager,
  { certificateId, from, to, reason, actorId, at }: StatusChange,
): Promise<void> {
  await em.query(
    `INSERT INTO certificate_status (id, certificate_id, from_status, to_status, reason, actor_id, at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [uuid(), certificateId, from, to, reason, actorId, at],
  );
}

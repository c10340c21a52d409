import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import type { Tx } from '../platform/database/transactions.js';
import { CertificateCells } from './certificate-cells.js';
import type { Holder } from './holder.js';
import type { IssuePurpose } from './issue-purpose.js';
import { nextInSeries } from './number-ledger.js';

/** One certificate an exam institution asks the authority for. */
export interface LineToIssue {
  /** `<kind>:<id>` of what it stands for; at most one open or approved line each. */
  readonly source: string;
  readonly holderAccountId: string;
  readonly holder: Holder;
  readonly itemCode: string;
  readonly purpose: IssuePurpose;
  /** The certificate that gets a new print; null for ISSUE. */
  readonly replacesId: string | null;
  /** Corrected first issue dates by item code; null where none is corrected. */
  readonly firstIssueDates: Readonly<Record<string, string>> | null;
  /** Shanghai day; null where there was no exam. */
  readonly examPassedOn: string | null;
  /** First issue date of the certificate renewed, as checked on paper; our register's comes before it. */
  readonly firstIssueDate: string | null;
  /** Results and checks the authority decides by; kept encrypted. */
  readonly evidence: unknown;
  /** In the FileStore; null without a photo. */
  readonly photoFileId: string | null;
  /** Accounts that reviewed, entered or published: they may not decide. */
  readonly tookPart: readonly string[];
}

/** Lines of one institution for one authority. */
export interface BatchToIssue {
  readonly institutionCode: string;
  readonly authorityCode: string;
  readonly lines: readonly LineToIssue[];
}

/** Hands cases over to the issuing authority (上报, goal G35). */
@Injectable()
export class Issuance {
  constructor(
    private readonly cells: CertificateCells,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds a batch inside the caller's transaction, so that the cases move with it or not at all.
   *
   * @returns the batch's id.
   * @throws Error of the database when a source has an open or approved line already.
   */
  async addBatch(tx: Tx, actor: Actor, batch: BatchToIssue): Promise<string> {
    const id = uuid();
    const { institutionCode, authorityCode } = batch;
    const number = await this.nextNumber(tx, authorityCode);
    await tx.em.query(
      `INSERT INTO issue_batch (id, number, institution_code, authority_code, forwarded_by, created_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
      [id, number, institutionCode, authorityCode, actor.id, this.clock.now()],
    );
    for (const line of batch.lines) await this.addLine(tx, id, line);
    tx.note({ issueBatchId: id, lines: batch.lines.length });
    return id;
  }

  /** `SB-P34-2026-00001`; gapless like certificate numbers, but not a legal series. */
  private async nextNumber(tx: Tx, authorityCode: string): Promise<string> {
    const year = this.clock.today().slice(0, 4);
    const sequence = await nextInSeries(tx.em, `batch:${authorityCode}`, Number(year));
    return `SB-${authorityCode}-${year}-${String(sequence).padStart(5, '0')}`;
  }

  private async addLine(tx: Tx, batchId: string, line: LineToIssue): Promise<void> {
    const id = uuid();
    await tx.em.query(
      `INSERT INTO issue_line (id, batch_id, source, holder_account_id, holder_enc, item_code, exam_passed_on,
         first_issue_date, evidence_enc, photo_file_id, took_part, purpose, replaces_id, first_issue_dates, status, version)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', 1)`,
      [
        id,
        batchId,
        line.source,
        line.holderAccountId,
        this.cells.seal(['issue_line', 'holder_enc'], id, line.holder),
        line.itemCode,
        line.examPassedOn,
        line.firstIssueDate,
        this.cells.seal(['issue_line', 'evidence_enc'], id, line.evidence),
        line.photoFileId,
        JSON.stringify(line.tookPart),
        line.purpose,
        line.replacesId,
        line.firstIssueDates && JSON.stringify(line.firstIssueDates),
      ],
    );
  }
}

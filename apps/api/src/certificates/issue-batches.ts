import { Injectable } from '@nestjs/common';
import { maskIdNumber, shanghaiDate } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { StoredFiles } from '../attachments/stored-files.js';
import { Bodies } from '../catalogue/bodies/bodies.js';
import { Items } from '../catalogue/items/items.js';
import type { Actor } from '../platform/access/actor.js';
import { accident } from '../platform/graphql/accident.js';
import { decodeCursor, toPage, type PageArgs } from '../platform/graphql/page.js';
import { CertificateCells } from './certificate-cells.js';
import { CertificateLink } from './certificate-link.type.js';
import { CertificateReader } from './certificate-reader.js';
import type { Certificate } from './certificate.type.js';
import {
  correctionsOf,
  HolderCorrections,
  type ChangePrint,
  type Corrections,
} from './holder-corrections.js';
import type { IssuePurpose } from './issue-purpose.js';
import { batchScope } from './issuance-scope.js';
import { IssueBatch, type IssueBatchConnection } from './issue-batch.type.js';
import { itemsOnRecord } from './items-on-record.js';
import { allowedDecisions, refusalOf } from './issue-decision.js';
import { accountsOf } from './issue-lines.js';
import type { IssueLineStatus } from './issue-line-status.js';
import { IssueLine } from './issue-line.type.js';
import { applicationOfSource } from './source-listeners.js';

/** Which batches are asked for: those with a line like this. */
export interface BatchFilter {
  readonly pendingOnly: boolean;
  readonly purpose: IssuePurpose | null;
}

interface BatchRow {
  readonly id: string;
  readonly number: string;
  readonly institutionCode: string;
  readonly authorityCode: string;
  readonly createdAt: Date;
  readonly lineCount: number | string;
  readonly pendingCount: number | string;
}

interface LineRow {
  readonly id: string;
  readonly batchId: string;
  readonly createdAt: Date;
  readonly institutionCode: string;
  readonly source: string;
  readonly holderAccountId: string;
  readonly holderEnc: Buffer;
  readonly itemCode: string;
  readonly evidenceEnc: Buffer;
  readonly photoFileId: string | null;
  readonly tookPart: readonly string[] | string;
  readonly purpose: IssuePurpose;
  readonly replacesId: string | null;
  readonly status: IssueLineStatus;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  readonly certificateId: string | null;
  readonly version: number;
}

const COUNT = 'SELECT COUNT(*) FROM issue_line l WHERE l.batch_id = b.id';
const BATCH = `
  SELECT b.id, b.number, b.institution_code AS institutionCode, b.authority_code AS authorityCode, b.created_at AS createdAt,
         (${COUNT}) AS lineCount, (${COUNT} AND l.status = 'PENDING') AS pendingCount
  FROM issue_batch b`;
const LINE = `
  SELECT l.id, l.batch_id AS batchId, b.created_at AS createdAt, b.institution_code AS institutionCode, l.source, l.holder_account_id AS holderAccountId,
         l.holder_enc AS holderEnc, l.item_code AS itemCode, l.evidence_enc AS evidenceEnc, l.photo_file_id AS photoFileId,
         l.took_part AS tookPart, l.purpose, l.replaces_id AS replacesId, l.status, l.reason, l.decided_at AS decidedAt, l.certificate_id AS certificateId, l.version
  FROM issue_line l JOIN issue_batch b ON b.id = l.batch_id`;

/** Reads batches and lines inside the actor's scope. */
@Injectable()
export class IssueBatches {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bodies: Bodies,
    private readonly items: Items,
    private readonly cells: CertificateCells,
    private readonly certificates: CertificateReader,
    private readonly files: StoredFiles,
    private readonly corrections: HolderCorrections,
  ) {}

  /** Newest first. */
  async page(
    actor: Actor,
    { pendingOnly, purpose }: BatchFilter,
    { first, after }: PageArgs,
  ): Promise<IssueBatchConnection> {
    const scope = batchScope(actor);
    const where = [scope.sql];
    const values = [...scope.values];
    if (pendingOnly || purpose) {
      const wanted = [
        ...(pendingOnly ? [" AND l.status = 'PENDING'"] : []),
        ...(purpose ? [' AND l.purpose = ?'] : []),
      ];
      where.push(`EXISTS (${COUNT.replace('COUNT(*)', '1')}${wanted.join('')})`);
      if (purpose) values.push(purpose);
    }
    if (after) {
      const { at, id } = decodeCursor(after);
      where.push('(b.created_at < ? OR (b.created_at = ? AND b.id < ?))');
      values.push(new Date(at), new Date(at), id);
    }
    const rows = await this.dataSource.query<BatchRow[]>(
      `${BATCH} WHERE ${where.join(' AND ')} ORDER BY b.created_at DESC, b.id DESC LIMIT ?`,
      [...values, first + 1],
    );
    return toPage(await this.complete(rows, actor), first, ({ createdAt, id }) => ({
      at: createdAt.toISOString(),
      id,
    }));
  }

  /** @throws NOT_FOUND when it is not there or not the actor's. */
  async byId(actor: Actor, id: string): Promise<IssueBatch> {
    const scope = batchScope(actor);
    const rows = await this.dataSource.query<BatchRow[]>(
      `${BATCH} WHERE b.id = ? AND ${scope.sql}`,
      [id, ...scope.values],
    );
    const [batch] = await this.complete(rows, actor);
    if (!batch) throw accident('NOT_FOUND');
    return batch;
  }

  /** @throws NOT_FOUND when it is not there or not the actor's. */
  async lineById(actor: Actor, id: string): Promise<IssueLine> {
    const scope = batchScope(actor);
    const rows = await this.dataSource.query<LineRow[]>(`${LINE} WHERE l.id = ? AND ${scope.sql}`, [
      id,
      ...scope.values,
    ]);
    const [line] = await this.completeLines(rows, actor);
    if (!line) throw accident('NOT_FOUND');
    return line;
  }

  /** The lines of each batch, in the order they were forwarded. */
  async linesOf(actor: Actor, batchIds: readonly string[]): Promise<IssueLine[][]> {
    const scope = batchScope(actor);
    const rows = await this.dataSource.query<LineRow[]>(
      `${LINE} WHERE l.batch_id IN (?) AND ${scope.sql} ORDER BY l.batch_id, l.id`,
      [batchIds, ...scope.values],
    );
    const lines = await this.completeLines(rows, actor);
    return batchIds.map((batchId) => lines.filter((_, index) => rows[index]?.batchId === batchId));
  }

  private async complete(rows: readonly BatchRow[], actor: Actor): Promise<IssueBatch[]> {
    const { language } = actor.request;
    const [authorities, institutions] = await Promise.all([
      this.bodies.authorities(
        [...new Set(rows.map(({ authorityCode }) => authorityCode))],
        language,
      ),
      this.bodies.institutions(
        [...new Set(rows.map(({ institutionCode }) => institutionCode))],
        language,
      ),
    ]);
    return rows.map(
      ({ authorityCode, institutionCode, lineCount, pendingCount, ...row }) =>
        new IssueBatch({
          ...row,
          authority: known(authorities, authorityCode),
          institution: known(institutions, institutionCode),
          lineCount: Number(lineCount),
          pendingCount: Number(pendingCount),
        }),
    );
  }

  private async completeLines(rows: readonly LineRow[], actor: Actor): Promise<IssueLine[]> {
    const { language } = actor.request;
    const offices = [...new Set(rows.map(({ institutionCode }) => institutionCode))];
    const holders = rows
      .filter(({ purpose }) => purpose === 'ISSUE')
      .map(({ holderAccountId }) => holderAccountId);
    const [itemOf, institutions, certificates, prints] = await Promise.all([
      itemsOnRecord(
        this.items,
        rows.map(({ itemCode, createdAt }) => ({ code: itemCode, on: shanghaiDate(createdAt) })),
      ),
      this.bodies.institutions(offices, language),
      this.certificates.byIds(
        rows.flatMap(({ certificateId, replacesId }) =>
          [certificateId, replacesId].filter((id) => id !== null),
        ),
        language,
      ),
      this.corrections.prints(this.dataSource.manager, holders),
    ]);
    return rows.map((row) => {
      const certificate = (row.certificateId && certificates.get(row.certificateId)) || null;
      const decidable = { ...row, tookPart: accountsOf(row.tookPart) };
      return new IssueLine({
        id: row.id,
        status: row.status,
        version: row.version,
        ...this.holderOf(row, prints.get(row.holderAccountId) ?? [], certificate),
        item: itemOf(row.itemCode),
        purpose: row.purpose,
        replaces: (row.replacesId && certificates.get(row.replacesId)) || null,
        institution: known(institutions, row.institutionCode),
        evidence: this.cells.evidence(row.id, row.evidenceEnc),
        photoUrl: row.photoFileId && this.files.url(row.photoFileId, 'inline', actor.id),
        applicationId: applicationOfSource(row.source),
        reason: row.reason,
        decidedAt: row.decidedAt,
        allowedDecisions: allowedDecisions(actor, decidable),
        whyNot: refusalOf(actor, decidable, 'APPROVE')?.message ?? null,
        certificate,
      });
    });
  }

  /** Whom the certificate names, or will name as things stand now. */
  private holderOf(
    row: LineRow,
    prints: readonly ChangePrint[],
    certificate: Certificate | null,
  ): Pick<IssueLine, 'holderName' | 'holderIdNumber' | 'correctedBy'> {
    const corrected = correctionsOf(reaching(row, prints, certificate), row.createdAt);
    const filed = this.cells.holder('issue_line', row.id, row.holderEnc);
    const { name, idNumber } = { ...filed, ...corrected.holder };
    return {
      holderName: certificate?.holderName ?? name,
      holderIdNumber: maskIdNumber(idNumber),
      correctedBy: linkTo(corrected),
    };
  }
}

/** The changes a line takes: every one while it waits, those up to its own once the certificate is made. */
function reaching(
  { status, purpose }: LineRow,
  prints: readonly ChangePrint[],
  certificate: Certificate | null,
): readonly ChangePrint[] {
  if (purpose !== 'ISSUE') return [];
  if (status === 'PENDING') return prints;
  const last = prints.findIndex(({ id }) => id === certificate?.correctedBy?.id);
  return prints.slice(0, last + 1);
}

const linkTo = ({ print }: Corrections): CertificateLink | null =>
  print && new CertificateLink(print.id, print.number, 'CHANGE');

function known<Value>(values: ReadonlyMap<string, Value>, code: string): Value {
  const value = values.get(code);
  if (value === undefined) throw new Error(`${code} is not in the catalogue.`);
  return value;
}

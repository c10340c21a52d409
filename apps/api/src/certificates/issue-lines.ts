import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import type { IssueLineStatus } from './issue-line-status.js';
import type { IssuePurpose } from './issue-purpose.js';
import { batchScope } from './issuance-scope.js';

/** A line with what deciding it needs. */
export interface LineToDecide {
  readonly id: string;
  readonly source: string;
  readonly holderAccountId: string;
  readonly holderEnc: Buffer;
  readonly itemCode: string;
  readonly firstIssueDate: string | null;
  readonly photoFileId: string | null;
  readonly tookPart: readonly string[];
  readonly purpose: IssuePurpose;
  readonly replacesId: string | null;
  readonly firstIssueDates: Readonly<Record<string, string>> | null;
  readonly status: IssueLineStatus;
  readonly decidedAt: Date | null;
  readonly version: number;
  readonly authorityCode: string;
  readonly institutionCode: string;
  /** When it was forwarded. */
  readonly forwardedAt: Date;
}

type StoredLine = Omit<LineToDecide, 'tookPart' | 'firstIssueDates'> & {
  readonly tookPart: readonly string[] | string;
  readonly firstIssueDates: LineToDecide['firstIssueDates'] | string;
};

const LINE = `
  SELECT l.id, l.source, l.holder_account_id AS holderAccountId, l.holder_enc AS holderEnc, l.item_code AS itemCode,
         l.first_issue_date AS firstIssueDate,
         l.photo_file_id AS photoFileId, l.took_part AS tookPart, l.purpose, l.replaces_id AS replacesId,
         l.first_issue_dates AS firstIssueDates, l.status, l.decided_at AS decidedAt, l.version,
         b.authority_code AS authorityCode, b.institution_code AS institutionCode, b.created_at AS forwardedAt
  FROM issue_line l JOIN issue_batch b ON b.id = l.batch_id`;

/** Finds single lines inside the actor's scope. */
@Injectable()
export class IssueLines {
  constructor(private readonly dataSource: DataSource) {}

  /** Null when it is not there or not the actor's. */
  inScope(actor: Actor, id: string): Promise<LineToDecide | null> {
    return this.find(this.dataSource.manager, actor, id, '');
  }

  /** The same, kept from everybody else until the transaction ends. */
  lock(em: EntityManager, actor: Actor, id: string): Promise<LineToDecide | null> {
    return this.find(em, actor, id, ' FOR UPDATE');
  }

  private async find(
    em: EntityManager,
    actor: Actor,
    id: string,
    locking: '' | ' FOR UPDATE',
  ): Promise<LineToDecide | null> {
    const scope = batchScope(actor);
    const [row] = await em.query<StoredLine[]>(
      `${LINE} WHERE l.id = ? AND ${scope.sql}${locking}`,
      [id, ...scope.values],
    );
    if (!row) return null;
    return {
      ...row,
      tookPart: accountsOf(row.tookPart),
      firstIssueDates: datesOf(row.firstIssueDates),
    };
  }
}

const datesOf = (stored: StoredLine['firstIssueDates']): LineToDecide['firstIssueDates'] =>
  typeof stored === 'string' ? (JSON.parse(stored) as Record<string, string>) : stored;

/** MariaDB hands JSON over as text, MySQL as a value. */
export const accountsOf = (stored: readonly string[] | string): readonly string[] =>
  typeof stored === 'string' ? (JSON.parse(stored) as readonly string[]) : stored;

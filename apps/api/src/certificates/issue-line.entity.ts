import { Column, Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  RefColumn,
  RowVersionColumn,
} from '../platform/database/columns.js';
import type { IssueLineStatus } from './issue-line-status.js';
import type { IssuePurpose } from './issue-purpose.js';

export const LIVE_SOURCE_KEY = 'uq_issue_line_live';

/** One certificate asked for in a batch, with everything the decision rests on, frozen. */
@Entity('issue_line')
@Index(LIVE_SOURCE_KEY, ['liveSource'], { unique: true })
@Index('ix_issue_line_batch', ['batchId', 'id'])
export class IssueLineRow {
  @IdColumn()
  readonly id: string;

  @RefColumn('batch_id')
  readonly batchId: string;

  /** What it stands for elsewhere, `<kind>:<id>`; opaque here. */
  @Column({ type: 'varchar', length: 80 })
  readonly source: string;

  /** Null for lines that went back, so that the same source can be forwarded again (unique). */
  @Column({
    type: 'varchar',
    length: 80,
    name: 'live_source',
    nullable: true,
    insert: false,
    update: false,
    select: false,
    generatedType: 'STORED',
    asExpression: "if(status in ('PENDING','APPROVED'), source, null)",
  })
  readonly liveSource: string | null;

  @RefColumn('holder_account_id')
  readonly holderAccountId: string;

  @Column({ type: 'blob', name: 'holder_enc' })
  readonly holderEnc: Buffer;

  @Column({ type: 'varchar', length: 24, name: 'item_code' })
  readonly itemCode: string;

  @Column({ type: 'date', name: 'exam_passed_on', nullable: true })
  readonly examPassedOn: string | null;

  /** As stated and checked, for renewals of certificates the register does not know. */
  @Column({ type: 'date', name: 'first_issue_date', nullable: true })
  readonly firstIssueDate: string | null;

  @Column({ type: 'mediumblob', name: 'evidence_enc' })
  readonly evidenceEnc: Buffer;

  @RefColumn('photo_file_id', { nullable: true })
  readonly photoFileId: string | null;

  /** Accounts that reviewed the case before: none of them may decide here (four eyes). */
  @Column({ type: 'json', name: 'took_part' })
  readonly tookPart: readonly string[];

  @Column({ type: 'varchar', length: 16 })
  readonly purpose: IssuePurpose;

  /** The certificate a reissue or change puts a new print in the place of; null for ISSUE. */
  @RefColumn('replaces_id', { nullable: true })
  readonly replacesId: string | null;

  /** Corrected first issue dates by item code; null where none is corrected. */
  @Column({ type: 'json', name: 'first_issue_dates', nullable: true })
  readonly firstIssueDates: Readonly<Record<string, string>> | null;

  @Column({ type: 'varchar', length: 16 })
  status: IssueLineStatus;

  @Column({ type: 'varchar', length: 500, nullable: true })
  reason: string | null;

  @RefColumn('decided_by', { nullable: true })
  decidedBy: string | null;

  @InstantColumn('decided_at', { nullable: true })
  decidedAt: Date | null;

  @RefColumn('certificate_id', { nullable: true })
  certificateId: string | null;

  @RowVersionColumn()
  readonly version: number;
}

import type { RegisteredStatus } from '@kaopu/domain';
import { Column, Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  RefColumn,
  RowVersionColumn,
} from '../platform/database/columns.js';
import type { IssuePurpose } from './issue-purpose.js';

const HASH = { type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' } as const;

/** One certificate of the register (domain.md §5): frozen facts, and how far the paper got. */
@Entity('certificate')
@Index('uq_certificate_no', ['certificateNo'], { unique: true })
@Index('uq_certificate_verify_code', ['verifyCode'], { unique: true })
@Index('ix_certificate_holder', ['holderAccountId', 'issuedAt', 'id'])
@Index('ix_certificate_desk', ['authorityCode', 'issuedAt', 'id'])
@Index('ix_certificate_source', ['source'])
export class CertificateRow {
  @IdColumn()
  readonly id: string;

  @Column({ type: 'varchar', length: 40, name: 'certificate_no' })
  readonly certificateNo: string;

  /** 128 random bits, base64url; whoever has the paper has it. */
  @Column({
    type: 'varchar',
    length: 32,
    charset: 'ascii',
    collation: 'ascii_bin',
    name: 'verify_code',
  })
  readonly verifyCode: string;

  /** What it was issued for, `<kind>:<id>`, opaque here; null for one entered from elsewhere. */
  @Column({ type: 'varchar', length: 80, nullable: true })
  readonly source: string | null;

  /** Null when the holder has no account. */
  @RefColumn('holder_account_id', { nullable: true })
  readonly holderAccountId: string | null;

  @Column({ type: 'blob', name: 'holder_enc' })
  readonly holderEnc: Buffer;

  @Column({ ...HASH, name: 'holder_name_index' })
  readonly holderNameIndex: string;

  @Column({ type: 'varchar', length: 16, name: 'authority_code' })
  readonly authorityCode: string;

  @Column({ type: 'varchar', length: 16, name: 'institution_code', nullable: true })
  readonly institutionCode: string | null;

  @RefColumn('photo_file_id', { nullable: true })
  readonly photoFileId: string | null;

  @Column({ type: 'varchar', length: 16 })
  status: RegisteredStatus;

  @InstantColumn('issued_at')
  readonly issuedAt: Date;

  /** Null until the paper is rendered. */
  @RefColumn('pdf_file_id', { nullable: true })
  pdfFileId: string | null;

  /** SHA-256 of the paper's bytes. */
  @Column({ ...HASH, name: 'pdf_hash', nullable: true })
  pdfHash: string | null;

  @InstantColumn('printed_at', { nullable: true })
  printedAt: Date | null;

  @InstantColumn('delivered_at', { nullable: true })
  deliveredAt: Date | null;

  @Column({ type: 'varchar', length: 40, name: 'tracking_no', nullable: true })
  trackingNo: string | null;

  @Column({ type: 'varchar', length: 16 })
  readonly purpose: IssuePurpose;

  @RefColumn('superseded_by', { nullable: true })
  supersededBy: string | null;

  /** The change whose data it carries, approved after it was forwarded; null for most. */
  @RefColumn('corrected_by', { nullable: true })
  readonly correctedBy: string | null;

  @RowVersionColumn()
  readonly version: number;
}

import type { ApplicationStatus } from '@kaopu/domain';
import { Column, Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  RefColumn,
  RowVersionColumn,
} from '../../platform/database/columns.js';
import type { SignedFormFinding } from '../forms/signed-form.js';

export const LIVE_KEY = 'uq_application_live';
export const LIVE_REQUEST_KEY = 'uq_application_live_request';
export const NUMBER_KEY = 'uq_application_number';

/** States that no longer count for "one live application per person and item or certificate"; a test holds it against every declared workflow. */
export const NOT_LIVE = [
  'WITHDRAWN',
  'DELETED',
  'EXPIRED',
  'REJECTED',
  'FAILED',
  'ABSENT',
  'VOID',
  'DELIVERED',
] as const satisfies readonly ApplicationStatus[];

const OVER = `status in (${NOT_LIVE.map((status) => `'${status}'`).join(',')})`;

/**
 * One filed case (申请). `answers` is the buffer its owner edits; what staff see is the frozen last
 * submission (`submittedAnswers`, `person`), domain.md §10 invariant 3.
 */
@Entity('application')
@Index(NUMBER_KEY, ['number'], { unique: true })
@Index(LIVE_KEY, ['accountId', 'liveItem'], { unique: true })
@Index(LIVE_REQUEST_KEY, ['certificateId', 'liveKey'], { unique: true })
@Index('ix_application_owner', ['accountId', 'createdAt', 'id'])
@Index('ix_application_desk', ['institutionCode', 'status', 'submittedAt', 'id'])
@Index('ix_application_deleted', ['institutionCode', 'deletedAt', 'id'])
@Index('ix_application_plan', ['planId', 'status', 'submittedAt', 'id'])
export class ApplicationRow {
  @IdColumn()
  readonly id: string;

  /** YYYYMM-NNNNNN, given at the first submission, or from the start where the form is signed before it. */
  @Column({ type: 'varchar', length: 16, nullable: true })
  number: string | null;

  @Column({ type: 'varchar', length: 40 })
  readonly type: string;

  @Column({ type: 'int', unsigned: true, name: 'declaration_version' })
  declarationVersion: number;

  /** Day whose rules it is judged by; null until submitted. */
  @Column({ type: 'date', name: 'rule_date', nullable: true })
  ruleDate: string | null;

  @RefColumn('account_id')
  readonly accountId: string;

  @Column({ type: 'varchar', length: 24, name: 'item_code' })
  readonly itemCode: string;

  /** The certificate a reissue or change is about; null for an application for the item. */
  @RefColumn('certificate_id', { nullable: true })
  readonly certificateId: string | null;

  @RefColumn('plan_id', { nullable: true })
  planId: string | null;

  /** The plan a seat is held in; null while none is held. */
  @RefColumn('seat_plan_id', { nullable: true })
  seatPlanId: string | null;

  @Column({ type: 'varchar', length: 16, name: 'institution_code', nullable: true })
  institutionCode: string | null;

  @Column({ type: 'varchar', length: 16, name: 'authority_code', nullable: true })
  authorityCode: string | null;

  @Column({ type: 'varchar', length: 24 })
  status: ApplicationStatus;

  @Column({ type: 'mediumblob', name: 'answers_enc' })
  answersEnc: Buffer;

  @Column({ type: 'mediumblob', name: 'submitted_answers_enc', nullable: true })
  submittedAnswersEnc: Buffer | null;

  @Column({ type: 'mediumblob', name: 'person_enc', nullable: true })
  personEnc: Buffer | null;

  /** Counts submissions whose printed content differs from the one before. */
  @Column({ type: 'int', unsigned: true, name: 'data_version' })
  dataVersion: number;

  /** SHA-256 of the printed content of the last submission. */
  @Column({
    type: 'char',
    length: 64,
    charset: 'ascii',
    collation: 'ascii_bin',
    name: 'content_hash',
    nullable: true,
  })
  contentHash: string | null;

  /** The data version the signed form on file was uploaded for. */
  @Column({ type: 'int', unsigned: true, name: 'signed_data_version', nullable: true })
  signedDataVersion: number | null;

  /** What the code on it said when it came; null without a form, and for forms taken before codes were read. */
  @Column({ type: 'varchar', length: 16, name: 'signed_finding', nullable: true })
  signedFinding: SignedFormFinding | null;

  @RefColumn('reviewer_id', { nullable: true })
  reviewerId: string | null;

  /** Null unless its owner deleted it. */
  @InstantColumn('deleted_at', { nullable: true })
  deletedAt: Date | null;

  /** Where it stood then. */
  @Column({ type: 'varchar', length: 24, name: 'deleted_from', nullable: true })
  deletedFrom: ApplicationStatus | null;

  @InstantColumn('return_due_at', { nullable: true })
  returnDueAt: Date | null;

  @Column({ type: 'date', name: 'passed_on', nullable: true })
  passedOn: string | null;

  @InstantColumn('submitted_at', { nullable: true })
  submittedAt: Date | null;

  @InstantColumn('created_at')
  readonly createdAt: Date;

  @InstantColumn('updated_at')
  updatedAt: Date;

  @RowVersionColumn()
  readonly version: number;

  /** The item while an application for it counts, null once it is over: unique together with the person. */
  @Column({
    type: 'varchar',
    length: 24,
    name: 'live_item',
    nullable: true,
    insert: false,
    update: false,
    select: false,
    generatedType: 'STORED',
    asExpression: `if(certificate_id is not null or ${OVER}, null, item_code)`,
  })
  readonly liveItem: string | null;

  /** 1 while the case counts, null once it is over: unique together with the certificate of a request. */
  @Column({
    type: 'tinyint',
    unsigned: true,
    name: 'live_key',
    nullable: true,
    insert: false,
    update: false,
    select: false,
    generatedType: 'STORED',
    asExpression: `if(${OVER}, null, 1)`,
  })
  readonly liveKey: number | null;
}

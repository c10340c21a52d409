import type { RegisteredStatus, StandingAction, StandingOutcome } from '@kaopu/domain';
import { Column, Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  RefColumn,
  RowVersionColumn,
} from '../../platform/database/columns.js';

/**
 * A proposal to change the standing of a certificate and what became of it. It is closed once and then
 * never changes; the database refuses everything else.
 */
@Entity('standing_change')
@Index('uq_standing_change_open', ['certificateId', 'liveKey'], { unique: true })
@Index('ix_standing_change_certificate', ['certificateId', 'proposedAt', 'id'])
@Index('ix_standing_change_waiting', ['outcome', 'authorityCode', 'proposedAt', 'id'])
export class StandingChangeRow {
  @IdColumn()
  readonly id: string;

  @RefColumn('certificate_id')
  readonly certificateId: string;

  /** The certificate's, which never changes: what waits for an authority is found by one index. */
  @Column({ type: 'varchar', length: 16, name: 'authority_code' })
  readonly authorityCode: string;

  @Column({ type: 'varchar', length: 16 })
  readonly action: StandingAction;

  @Column({ type: 'varchar', length: 16, name: 'from_status' })
  readonly fromStatus: RegisteredStatus;

  @Column({ type: 'varchar', length: 16, name: 'to_status' })
  readonly toStatus: RegisteredStatus;

  @Column({ type: 'blob', name: 'reason_enc' })
  readonly reasonEnc: Buffer;

  @RefColumn('proposed_by')
  readonly proposedBy: string;

  @InstantColumn('proposed_at')
  readonly proposedAt: Date;

  /** Null while it is open. */
  @Column({ type: 'varchar', length: 16, nullable: true })
  outcome: StandingOutcome | null;

  /** Null for closed ones, so that a certificate has one open proposal at most (unique). */
  @Column({
    type: 'tinyint',
    unsigned: true,
    name: 'live_key',
    nullable: true,
    insert: false,
    update: false,
    select: false,
    generatedType: 'STORED',
    asExpression: 'if(outcome is null, 1, null)',
  })
  readonly liveKey: number | null;

  /** What the decider wrote; null where nothing was. */
  @Column({ type: 'blob', name: 'decision_reason_enc', nullable: true })
  decisionReasonEnc: Buffer | null;

  /** Null while it is open, and where it lapsed. */
  @RefColumn('decided_by', { nullable: true })
  decidedBy: string | null;

  @InstantColumn('decided_at', { nullable: true })
  decidedAt: Date | null;

  @RowVersionColumn()
  readonly version: number;
}

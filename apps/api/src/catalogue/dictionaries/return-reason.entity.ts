import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ReturnReasonRow, TargetKindCode } from '../catalogue-rows.js';

/** Ready-made reason for returning an application (退回原因). */
@Entity('return_reason')
@Index('ix_return_reason_target', ['targetKind', 'target', 'position'])
export class ReturnReasonEntity implements ReturnReasonRow {
  @PrimaryColumn({ type: 'varchar', length: 40 })
  readonly code: string;

  @Column({ type: 'varchar', length: 8, name: 'target_kind' })
  readonly targetKind: TargetKindCode;

  @Column({ type: 'varchar', length: 40 })
  readonly target: string;

  @Column({ type: 'boolean' })
  readonly correctable: boolean;

  @Column({ type: 'varchar', length: 300, name: 'text_zh' })
  readonly textZh: string;

  @Column({ type: 'varchar', length: 500, name: 'text_en' })
  readonly textEn: string;

  @Column({ type: 'boolean', name: 'needs_note' })
  readonly needsNote: boolean;

  @Column({ type: 'int', unsigned: true, name: 'deadline_days' })
  readonly deadlineDays: number;

  @Column({ type: 'int', unsigned: true })
  readonly position: number;
}

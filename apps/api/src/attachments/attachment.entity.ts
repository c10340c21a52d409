import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn } from '../platform/database/columns.js';

const CODE = { type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' } as const;

/**
 * One version of the material (材料) in one slot of something that has slots. The database keeps
 * at most one current version a slot: `live_key` is unique and null once `removedAt` is set.
 */
@Entity('attachment')
export class AttachmentRow {
  @IdColumn()
  id!: string;

  /** What the slot belongs to; opaque here. */
  @RefColumn('subject_id')
  subjectId!: string;

  @Column({ ...CODE, name: 'slot_code' })
  slotCode!: string;

  @RefColumn('file_id')
  fileId!: string;

  /** 1, 2, 3 … within the slot. */
  @Column({ name: 'version_no', type: 'int', unsigned: true })
  versionNo!: number;

  @Column({
    ...CODE,
    name: 'live_key',
    length: 128,
    nullable: true,
    generatedType: 'STORED',
    asExpression: `case when removed_at is null then concat(subject_id, ':', slot_code) end`,
    insert: false,
    update: false,
    select: false,
  })
  liveKey!: string | null;

  @InstantColumn('created_at')
  createdAt!: Date;

  @Column({ ...CODE, name: 'created_by' })
  createdBy!: string;

  /** When it was taken away or replaced; null while it is the current one. */
  @InstantColumn('removed_at', { nullable: true })
  removedAt!: Date | null;
}

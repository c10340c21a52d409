import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn } from '../platform/database/columns.js';

const CODE = { type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' } as const;

/**
 * One version of the material (材料) in one slot of something that has slots. The database keeps
 * at most one current version a slot: `live_key` is part of a unique key, and null once removed.
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
    name: 'live_key',
    type: 'tinyint',
    unsigned: true,
    nullable: true,
    generatedType: 'STORED',
    asExpression: 'case when `removed_at` is null then 1 end',
    insert: false,
    update: false,
    select: false,
  })
  liveKey!: number | null;

  @InstantColumn('created_at')
  createdAt!: Date;

  @Column({ ...CODE, name: 'created_by' })
  createdBy!: string;

  /** When it was taken away or replaced; null while it is the current one. */
  @InstantColumn('removed_at', { nullable: true })
  removedAt!: Date | null;
}

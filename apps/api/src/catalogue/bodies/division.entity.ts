import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DivisionRow } from '../catalogue-rows.js';

/** A province and its second level (GB/T 2260). */
@Entity('division')
@Index('ix_division_parent', ['parentCode', 'code'])
export class DivisionEntity implements DivisionRow {
  @PrimaryColumn({ type: 'varchar', length: 6 })
  readonly code: string;

  @Column({ type: 'varchar', length: 60, name: 'name' })
  readonly nameZh: string;

  @Column({ type: 'varchar', length: 120, name: 'name_en' })
  readonly nameEn: string;

  @Column({ type: 'varchar', length: 6, name: 'parent_code', nullable: true })
  readonly parentCode: string | null;
}

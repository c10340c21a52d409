import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SubjectKind, SubjectRow } from '../catalogue-rows.js';
import { EffectiveEntity } from '../effective.entity.js';

/** Subject (科目) of an item. */
@Entity('subject')
export class SubjectEntity extends EffectiveEntity implements SubjectRow {
  @PrimaryColumn({ type: 'varchar', length: 24, name: 'item_code' })
  readonly itemCode: string;

  @PrimaryColumn({ type: 'varchar', length: 8 })
  readonly code: string;

  @Column({ type: 'varchar', length: 80, name: 'name' })
  readonly nameZh: string;

  @Column({ type: 'varchar', length: 160, name: 'name_en' })
  readonly nameEn: string;

  @Column({ type: 'varchar', length: 16 })
  readonly kind: SubjectKind;

  @Column({ type: 'varchar', length: 16 })
  readonly mode: SubjectRow['mode'];

  @Column({ type: 'int', unsigned: true })
  readonly minutes: number;

  @Column({ type: 'int', unsigned: true, name: 'full_mark' })
  readonly fullMark: number;

  @Column({ type: 'int', unsigned: true, name: 'pass_mark' })
  readonly passMark: number;

  @Column({ type: 'int', unsigned: true })
  readonly position: number;
}

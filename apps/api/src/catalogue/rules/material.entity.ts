import type { Track } from '@kaopu/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MaterialPurpose, MaterialRow, Requirement } from '../catalogue-rows.js';
import { EffectiveEntity } from '../effective.entity.js';

/** Material (材料) with its limits and red remark (红字备注). */
@Entity('material')
export class MaterialEntity extends EffectiveEntity implements MaterialRow {
  @PrimaryColumn({ type: 'varchar', length: 24 })
  readonly code: string;

  @Column({ type: 'varchar', length: 80, name: 'name' })
  readonly nameZh: string;

  @Column({ type: 'varchar', length: 160, name: 'name_en' })
  readonly nameEn: string;

  @Column({ type: 'varchar', length: 16, nullable: true })
  readonly track: Track | null;

  @Column({ type: 'json', nullable: true })
  readonly purposes: readonly MaterialPurpose[] | null;

  @Column({ type: 'varchar', length: 20 })
  readonly requirement: Requirement;

  @Column({ type: 'json' })
  readonly extensions: readonly string[];

  @Column({ type: 'int', unsigned: true, name: 'max_bytes' })
  readonly maxBytes: number;

  @Column({ type: 'varchar', length: 500, name: 'remark' })
  readonly remarkZh: string;

  @Column({ type: 'varchar', length: 800, name: 'remark_en' })
  readonly remarkEn: string;

  @Column({ type: 'int', unsigned: true })
  readonly position: number;
}

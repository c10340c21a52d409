import type { RegistrationType, Track } from '@kaopu/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { IssuingLevel, ItemRow, LevelCode } from '../catalogue-rows.js';
import { EffectiveEntity } from '../effective.entity.js';

/** Item (报名项目), one row per period it is defined alike. */
@Entity('item')
@Index('ix_item_track', ['track', 'position'])
export class ItemEntity extends EffectiveEntity implements ItemRow {
  @PrimaryColumn({ type: 'varchar', length: 24 })
  readonly code: string;

  @Column({ type: 'varchar', length: 80, name: 'name' })
  readonly nameZh: string;

  @Column({ type: 'varchar', length: 160, name: 'name_en' })
  readonly nameEn: string;

  @Column({ type: 'varchar', length: 16 })
  readonly track: Track;

  @Column({ type: 'varchar', length: 16, nullable: true })
  readonly level: LevelCode | null;

  @Column({ type: 'varchar', length: 24 })
  readonly method: string;

  @Column({ type: 'varchar', length: 16, name: 'issuing_level' })
  readonly issuingLevel: IssuingLevel;

  @Column({ type: 'varchar', length: 24, name: 'lower_item_code', nullable: true })
  readonly lowerItemCode: string | null;

  @Column({ type: 'json', name: 'registration_types' })
  readonly registrationTypes: readonly RegistrationType[];

  @Column({ type: 'int', unsigned: true })
  readonly position: number;
}

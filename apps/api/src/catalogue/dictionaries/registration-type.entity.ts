import type { RegistrationType, Track } from '@kaopu/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RegistrationTypeRow } from '../catalogue-rows.js';

/** Registration type (报名类别) as one track offers it. */
@Entity('registration_type')
export class RegistrationTypeEntity implements RegistrationTypeRow {
  @PrimaryColumn({ type: 'varchar', length: 16 })
  readonly code: RegistrationType;

  @PrimaryColumn({ type: 'varchar', length: 16 })
  readonly track: Track;

  @Column({ type: 'varchar', length: 40, name: 'name' })
  readonly nameZh: string;

  @Column({ type: 'varchar', length: 80, name: 'name_en' })
  readonly nameEn: string;

  @Column({ type: 'varchar', length: 40, name: 'application_type' })
  readonly applicationType: string;

  @Column({ type: 'varchar', length: 8 })
  readonly path: RegistrationTypeRow['path'];

  @Column({ type: 'boolean', name: 'is_resit' })
  readonly isResit: boolean;

  @Column({ type: 'varchar', length: 200, name: 'used_when' })
  readonly usedWhenZh: string;

  @Column({ type: 'varchar', length: 300, name: 'used_when_en' })
  readonly usedWhenEn: string;

  @Column({ type: 'int', unsigned: true })
  readonly position: number;
}

import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { SiteRow } from '../catalogue-rows.js';
import { InstitutionEntity } from './institution.entity.js';

/** A place where exams are held (考点). */
@Entity('site')
export class SiteEntity implements SiteRow {
  @PrimaryColumn({ type: 'varchar', length: 24 })
  readonly code: string;

  @Column({ type: 'varchar', length: 80, name: 'name' })
  readonly nameZh: string;

  @Column({ type: 'varchar', length: 160, name: 'name_en' })
  readonly nameEn: string;

  @Column({ type: 'varchar', length: 16, name: 'institution_code' })
  readonly institutionCode: string;

  @Column({ type: 'varchar', length: 6, name: 'division_code' })
  readonly divisionCode: string;

  @Column({ type: 'varchar', length: 160, name: 'address' })
  readonly addressZh: string;

  @Column({ type: 'varchar', length: 240, name: 'address_en' })
  readonly addressEn: string;

  @Column({ type: 'varchar', length: 16 })
  readonly kind: SiteRow['kind'];

  @Column({ type: 'int', unsigned: true })
  readonly seats: number;

  /** For the foreign key only. */
  @ManyToOne(() => InstitutionEntity, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'institution_code', foreignKeyConstraintName: 'fk_site_institution' })
  readonly institution?: Relation<InstitutionEntity>;
}

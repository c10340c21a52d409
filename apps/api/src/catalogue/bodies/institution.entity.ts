import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { InstitutionRow, IssuingLevel } from '../catalogue-rows.js';
import { AuthorityEntity } from './authority.entity.js';

/** Exam institution (考试机构). */
@Entity('institution')
export class InstitutionEntity implements InstitutionRow {
  @PrimaryColumn({ type: 'varchar', length: 16 })
  readonly code: string;

  @Column({ type: 'varchar', length: 80, name: 'name' })
  readonly nameZh: string;

  @Column({ type: 'varchar', length: 160, name: 'name_en' })
  readonly nameEn: string;

  @Column({ type: 'varchar', length: 16, name: 'authority_code' })
  readonly authorityCode: string;

  @Column({ type: 'varchar', length: 6, name: 'division_code' })
  readonly divisionCode: string;

  @Column({ type: 'varchar', length: 16 })
  readonly level: IssuingLevel;

  @Column({ type: 'varchar', length: 32, nullable: true })
  readonly phone: string | null;

  /** For the foreign key only. */
  @ManyToOne(() => AuthorityEntity, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'authority_code', foreignKeyConstraintName: 'fk_institution_authority' })
  readonly authority?: Relation<AuthorityEntity>;
}

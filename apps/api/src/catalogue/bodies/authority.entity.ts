import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AuthorityRow, IssuingLevel, Trust } from '../catalogue-rows.js';

/** Issuing authority (发证机关). */
@Entity('authority')
export class AuthorityEntity implements AuthorityRow {
  @PrimaryColumn({ type: 'varchar', length: 16 })
  readonly code: string;

  @Column({ type: 'varchar', length: 80, name: 'name' })
  readonly nameZh: string;

  @Column({ type: 'varchar', length: 160, name: 'name_en' })
  readonly nameEn: string;

  @Column({ type: 'varchar', length: 16 })
  readonly level: IssuingLevel;

  @Column({ type: 'varchar', length: 6, name: 'division_code' })
  readonly divisionCode: string;

  @Column({ type: 'boolean' })
  readonly active: boolean;

  @Column({ type: 'varchar', length: 8 })
  readonly trust: Trust;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HolidayRow, Trust } from '../catalogue-rows.js';

/** A public holiday, or a weekend day worked in exchange (调休). */
@Entity('holiday')
export class HolidayEntity implements HolidayRow {
  @PrimaryColumn({ type: 'date', name: 'day' })
  readonly date: string;

  @Column({ type: 'varchar', length: 8 })
  readonly kind: HolidayRow['kind'];

  @Column({ type: 'varchar', length: 40, name: 'name' })
  readonly nameZh: string;

  @Column({ type: 'varchar', length: 80, name: 'name_en' })
  readonly nameEn: string;

  @Column({ type: 'varchar', length: 8 })
  readonly trust: Trust;
}

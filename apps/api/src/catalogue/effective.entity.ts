import { Column, PrimaryColumn } from 'typeorm';
import type { Effective, Trust } from './catalogue-rows.js';

/** Columns of rows that hold for a time: a rule ends by `validTo` and goes on in a new row. */
export abstract class EffectiveEntity implements Effective {
  @PrimaryColumn({ type: 'date', name: 'valid_from' })
  readonly validFrom: string;

  @Column({ type: 'date', name: 'valid_to', nullable: true })
  readonly validTo: string | null;

  @Column({ type: 'varchar', length: 8 })
  readonly trust: Trust;
}

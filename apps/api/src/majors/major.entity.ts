import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Catalogue, Confidence, MajorRow } from './major-rows.js';

/** A major (专业) of one catalogue; its code says nothing without the catalogue. */
@Entity('major')
export class MajorEntity implements MajorRow {
  @PrimaryColumn({ type: 'varchar', length: 4 })
  readonly catalogue: Catalogue;

  @PrimaryColumn({ type: 'varchar', length: 40 })
  readonly code: string;

  @Column({ type: 'varchar', length: 60 })
  readonly name: string;

  @Column({ type: 'varchar', length: 20, nullable: true })
  readonly discipline: string | null;

  @Column({ type: 'varchar', length: 40, name: 'class_name', nullable: true })
  readonly className: string | null;

  @Column({ type: 'boolean' })
  readonly added: boolean;

  @Column({ type: 'boolean' })
  readonly selectable: boolean;

  @Column({ type: 'varchar', length: 1, nullable: true })
  readonly confidence: Confidence | null;

  @Column({ type: 'varchar', length: 200 })
  readonly pinyin: string;

  @Column({ type: 'varchar', length: 60 })
  readonly initials: string;

  @Column({ type: 'tinyint', unsigned: true, name: 'trade_rank' })
  readonly tradeRank: number;
}

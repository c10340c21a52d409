import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RefColumn } from '../../platform/database/columns.js';
import type { RuleParameterRow } from '../catalogue-rows.js';
import { EffectiveEntity } from '../effective.entity.js';

/** One value of the rules, as JSON (domain.md §5, §6, §9). */
@Entity('rule_parameter')
export class RuleParameterEntity extends EffectiveEntity implements RuleParameterRow {
  @PrimaryColumn({ type: 'varchar', length: 60 })
  readonly code: string;

  @Column({ type: 'json' })
  readonly value: unknown;

  @Column({ type: 'varchar', length: 200 })
  readonly source: string;

  /** Left out of reads: only changes by an administrator have one. */
  @RefColumn('planned_by', { nullable: true, select: false })
  readonly plannedBy?: string | null;
}

import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { MajorEntity } from './major.entity.js';
import type { Catalogue, Confidence, RelationKind } from './major-rows.js';

/** What an older major became. One older major may have several successors, and the reverse. */
@Entity('major_relation')
@Index('ix_major_relation_newer', ['newerCatalogue', 'newerCode'])
export class MajorRelationEntity {
  @PrimaryColumn({ type: 'varchar', length: 4, name: 'older_catalogue' })
  readonly olderCatalogue: Catalogue;

  @PrimaryColumn({ type: 'varchar', length: 40, name: 'older_code' })
  readonly olderCode: string;

  @PrimaryColumn({ type: 'varchar', length: 4, name: 'newer_catalogue' })
  readonly newerCatalogue: Catalogue;

  @PrimaryColumn({ type: 'varchar', length: 40, name: 'newer_code' })
  readonly newerCode: string;

  @Column({ type: 'varchar', length: 16 })
  readonly kind: RelationKind;

  @Column({ type: 'varchar', length: 1 })
  readonly confidence: Confidence;

  /** For the foreign key only. */
  @ManyToOne(() => MajorEntity, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn([
    {
      name: 'older_catalogue',
      referencedColumnName: 'catalogue',
      foreignKeyConstraintName: 'fk_major_relation_older',
    },
    {
      name: 'older_code',
      referencedColumnName: 'code',
      foreignKeyConstraintName: 'fk_major_relation_older',
    },
  ])
  readonly older?: Relation<MajorEntity>;

  /** For the foreign key only. */
  @ManyToOne(() => MajorEntity, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn([
    {
      name: 'newer_catalogue',
      referencedColumnName: 'catalogue',
      foreignKeyConstraintName: 'fk_major_relation_newer',
    },
    {
      name: 'newer_code',
      referencedColumnName: 'code',
      foreignKeyConstraintName: 'fk_major_relation_newer',
    },
  ])
  readonly newer?: Relation<MajorEntity>;
}

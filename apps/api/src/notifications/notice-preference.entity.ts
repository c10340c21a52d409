import { Column, Entity } from 'typeorm';
import type { Language } from '@kaopu/domain';
import { IdColumn, InstantColumn, RowVersionColumn } from '../platform/database/columns.js';

/** How a person wants to be told, beside the inbox; one row per account, under the account's id. */
@Entity('notice_preference')
export class NoticePreferenceEntity {
  @IdColumn()
  readonly id: string;

  @Column({ type: 'boolean' })
  readonly sms: boolean;

  @Column({ type: 'boolean' })
  readonly mail: boolean;

  @Column({ type: 'varchar', length: 8 })
  readonly language: Language;

  @InstantColumn('updated_at')
  readonly updatedAt: Date;

  @RowVersionColumn()
  readonly version: number;
}

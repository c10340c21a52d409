import { Injectable } from '@nestjs/common';
import type { HolidayCalendar } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { leanRows } from '../../platform/database/lean-rows.js';
import { CatalogueMemory } from '../catalogue-memory.js';
import { HolidayEntity } from './holiday.entity.js';

/** Public holidays and working days in exchange, for counting working days (domain.md §5). */
@Injectable()
export class WorkingCalendar {
  readonly read: () => Promise<HolidayCalendar>;

  constructor(dataSource: DataSource, memory: CatalogueMemory) {
    this.read = memory.kept(async () => {
      const rows = await leanRows(dataSource.manager, HolidayEntity, 'ORDER BY date');
      const of = (kind: HolidayEntity['kind']): string[] =>
        rows.filter((row) => row.kind === kind).map(({ date }) => date);
      return { holidays: of('HOLIDAY'), workdays: of('WORKDAY') };
    });
  }
}

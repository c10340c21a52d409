import { Injectable } from '@nestjs/common';
import type { HolidayCalendar } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { HolidayEntity } from './holiday.entity.js';

/** Public holidays and working days in exchange, for counting working days (domain.md §5). */
@Injectable()
export class WorkingCalendar {
  constructor(private readonly dataSource: DataSource) {}

  async read(): Promise<HolidayCalendar> {
    const rows = await this.dataSource.manager.find(HolidayEntity, { order: { date: 'ASC' } });
    const of = (kind: HolidayEntity['kind']): string[] =>
      rows.filter((row) => row.kind === kind).map(({ date }) => date);
    return { holidays: of('HOLIDAY'), workdays: of('WORKDAY') };
  }
}

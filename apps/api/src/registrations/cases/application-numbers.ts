import { Injectable } from '@nestjs/common';
import { applicationNumber } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { batched } from '../../platform/database/batched.js';

/**
 * Application numbers, `YYYYMM-NNNNNN` (experience.md §2): a counter row moved by one statement, because
 * "highest plus one" gives the same number to two people.
 *
 * Taken outside the transaction that uses them, or every submission would wait for the one before it to
 * commit. A submission refused after all leaves a gap, which no rule forbids; certificates, whose
 * numbers must have none, have a ledger (docs/adr/0014).
 */
@Injectable()
export class ApplicationNumbers {
  private readonly taken = batched((days: readonly string[]) => this.take(days));

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  next(): Promise<string> {
    return this.taken(this.clock.today());
  }

  private async take(days: readonly string[]): Promise<string[]> {
    const numbers = new Map<string, number>();
    for (const [month, wanted] of Map.groupBy(days, monthOf)) {
      // The statement itself says which numbers these are; read afterwards, they could be somebody else's.
      const { insertId } = await this.dataSource.query<{ insertId: number | string }>(
        `INSERT INTO application_counter (month, last_number) VALUES (?, LAST_INSERT_ID(?))
         ON DUPLICATE KEY UPDATE last_number = LAST_INSERT_ID(last_number + ?)`,
        [month, wanted.length, wanted.length],
      );
      numbers.set(month, Number(insertId) - wanted.length);
    }
    return days.map((day) => {
      const number = (numbers.get(monthOf(day)) ?? 0) + 1;
      numbers.set(monthOf(day), number);
      return applicationNumber(day, number);
    });
  }
}

const monthOf = (day: string): string => day.slice(0, 7).replace('-', '');

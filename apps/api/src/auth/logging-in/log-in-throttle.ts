import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';

/** Wrong attempts that cost no wait; people mistype. */
const FREE_FAILURES = 5;
const MAX_DELAY_SECONDS = 15 * 60;
/** After a day without an attempt the count starts again. */
const FORGET_MILLISECONDS = 24 * 60 * 60 * 1000;

const delaySeconds = (failures: number): number =>
  failures < FREE_FAILURES ? 0 : Math.min(MAX_DELAY_SECONDS, 2 ** (failures - FREE_FAILURES));

/**
 * Makes guessing one account's password slow: 1 s after the fifth failure, doubling to 15 minutes
 * (promise P08). Nobody is locked out for good, and accounts that do not exist are counted alike.
 * Counted in the database, so by all processes together.
 */
@Injectable()
export class LogInThrottle {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes one attempt, counted as a failure until `succeeded`, so that parallel attempts cannot
   * all slip through one gap. @returns 0, or the seconds to wait, in which case none was taken.
   */
  attempt(subject: string): Promise<number> {
    const now = this.clock.now();
    return this.dataSource.transaction(async (em) => {
      await em.query(
        `INSERT INTO log_in_throttle (subject, failures, next_at, updated_at) VALUES (?, 0, ?, ?)
         ON DUPLICATE KEY UPDATE subject = subject`,
        [subject, now, now],
      );
      const [row] = await em.query<{ failures: number; next_at: Date; updated_at: Date }[]>(
        'SELECT failures, next_at, updated_at FROM log_in_throttle WHERE subject = ? FOR UPDATE',
        [subject],
      );
      if (!row) return 0;
      const wait = row.next_at.getTime() - now.getTime();
      if (wait > 0) return Math.ceil(wait / 1000);
      const isOld = now.getTime() - row.updated_at.getTime() > FORGET_MILLISECONDS;
      const failures = (isOld ? 0 : row.failures) + 1;
      await em.query(
        'UPDATE log_in_throttle SET failures = ?, next_at = ?, updated_at = ? WHERE subject = ?',
        [failures, new Date(now.getTime() + delaySeconds(failures) * 1000), now, subject],
      );
      return 0;
    });
  }

  /** The person was right: earlier failures count no more. */
  async succeeded(subject: string): Promise<void> {
    await this.dataSource.query('DELETE FROM log_in_throttle WHERE subject = ?', [subject]);
  }
}

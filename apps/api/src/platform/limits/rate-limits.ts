import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { batched } from '../database/batched.js';

/** `points` uses within `seconds`; counted in the database, so shared by every process. */
export interface Budget {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/** Points of one key, used in the window that holds this moment; seconds since 1970. */
interface Use {
  readonly key: string;
  readonly windowStart: number;
  readonly windowEnd: number;
  readonly points: number;
}

/**
 * Fixed-window counters in one row per key and window. Own code instead of rate-limiter-flexible
 * because windows must follow our Clock (deadlines are tested with it) and its store needs a pool
 * of its own (docs/adr/0011).
 */
@Injectable()
export class RateLimits {
  private readonly count = batched((uses: readonly Use[]) => this.countAll(uses));

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Uses points, one by default. @returns 0 when they were left, else the seconds until they are again. */
  async use(budget: Budget, key: string, points = 1): Promise<number> {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    const windowStart = now - (now % budget.seconds);
    const windowEnd = windowStart + budget.seconds;
    const used = await this.count({ key: `${budget.name}:${key}`, windowStart, windowEnd, points });
    return used <= budget.points ? 0 : windowEnd - now;
  }

  /** One statement for all uses of one key and window; each is told which uses it was. */
  private async countAll(uses: readonly Use[]): Promise<number[]> {
    const counted = new Map<Use, number>();
    const groups = Map.groupBy(uses, ({ key, windowStart }) => `${windowStart} ${key}`);
    await Promise.all([...groups.values()].map((group) => this.countGroup(group, counted)));
    return uses.map((use) => counted.get(use) ?? Infinity);
  }

  private async countGroup(group: readonly Use[], counted: Map<Use, number>): Promise<void> {
    const [use] = group;
    if (!use) return;
    const { key, windowStart, windowEnd } = use;
    const sum = group.reduce((points, one) => points + one.points, 0);
    // The statement itself says which use this was; read afterwards, it would count later ones too.
    const { insertId } = await this.dataSource.query<{ insertId: number | string }>(
      `INSERT INTO rate_limit (limit_key, window_start, used, expires_at)
       VALUES (?, ?, LAST_INSERT_ID(?), ?) ON DUPLICATE KEY UPDATE used = LAST_INSERT_ID(used + ?)`,
      [key, windowStart, sum, windowEnd, sum],
    );
    let used = Number(insertId) - sum;
    for (const one of group) counted.set(one, (used += one.points));
  }

  /** Reads without using a point. @returns seconds to wait, 0 when there is one left. */
  async wait(budget: Budget, key: string): Promise<number> {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    const windowStart = now - (now % budget.seconds);
    const [counted] = await this.dataSource.query<{ used: number }[]>(
      'SELECT used FROM rate_limit WHERE limit_key = ? AND window_start = ?',
      [`${budget.name}:${key}`, windowStart],
    );
    return (counted?.used ?? 0) < budget.points ? 0 : windowStart + budget.seconds - now;
  }

  /** Forgets the current window, for example after a successful log-in. */
  async reset(budget: Budget, key: string): Promise<void> {
    await this.dataSource.query('DELETE FROM rate_limit WHERE limit_key = ?', [
      `${budget.name}:${key}`,
    ]);
  }

  /** Deletes windows that are over; called by the worker. */
  async sweep(): Promise<void> {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    await this.dataSource.query('DELETE FROM rate_limit WHERE expires_at < ? LIMIT 1000', [now]);
  }
}

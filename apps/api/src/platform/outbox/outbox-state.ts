import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { MAX_ATTEMPTS } from './outbox-worker.js';

/** How deliveries stand; counts only, for monitors. */
export interface OutboxStanding {
  /** Not delivered yet, dead letters apart. */
  readonly waiting: number;
  /** How long the oldest of them has waited; 0 when none does. */
  readonly oldestSeconds: number;
  /** Given up after the last attempt; they wait for an operator. */
  readonly dead: number;
}

interface StandingRow {
  readonly waiting: number | string | null;
  readonly dead: number | string | null;
  readonly oldest: Date | null;
}

/** What is left to deliver. Reads the undelivered part of the outbox only, which is small or a fault. */
@Injectable()
export class OutboxState {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async standing(): Promise<OutboxStanding> {
    const [row] = await this.dataSource.query<StandingRow[]>(
      `SELECT SUM(attempts < ?) AS waiting, SUM(attempts >= ?) AS dead,
              MIN(IF(attempts < ?, created_at, NULL)) AS oldest
       FROM outbox WHERE delivered_at IS NULL`,
      [MAX_ATTEMPTS, MAX_ATTEMPTS, MAX_ATTEMPTS],
    );
    const oldest = row?.oldest ?? null;
    return {
      waiting: Number(row?.waiting ?? 0),
      dead: Number(row?.dead ?? 0),
      oldestSeconds:
        oldest === null ? 0 : Math.floor((this.clock.now().getTime() - oldest.getTime()) / 1000),
    };
  }
}

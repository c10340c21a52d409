import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { LimitedConcurrency } from '../limits/limited-concurrency.js';
import { OutboxHandlers, type OutboxPayload } from './outbox-handlers.js';
import { OUTBOX_LANES, type OutboxLane } from './outbox-lane.js';

const POLL_MILLISECONDS = 500;

/** Between looks while the database does not answer: each is a line of the log, and people wait for codes after it. */
const LONGEST_POLL_MILLISECONDS = 4000;

/** With the pauses below an attempt every hour, and the last one after half a day. */
export const MAX_ATTEMPTS = 20;
const LONGEST_PAUSE_SECONDS = 3600;

/**
 * How long a claimed row is nobody else's. Longer than any handler takes, so that only the row of
 * a process that died is claimed a second time.
 */
const LEASE_SECONDS = 120;

interface DueRow {
  readonly id: string;
  readonly topic: string;
  readonly payload: OutboxPayload | string;
  readonly attempts: number;
}

/**
 * Delivers outbox rows after commit, at least once. Many processes may run it: a row is claimed
 * with SKIP LOCKED and leased, and no transaction is held while it is carried out, because a
 * handler may wait for a foreign service. A row whose last attempt failed is a dead letter: it is
 * logged as an error, `/health/outbox` counts it, and it waits for an operator (docs/operators.md).
 */
@Injectable()
export class OutboxWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Outbox');
  private readonly turns: Readonly<Record<OutboxLane, LimitedConcurrency>> = {
    CODES: new LimitedConcurrency(1),
    REST: new LimitedConcurrency(1),
  };
  private readonly timers = new Map<OutboxLane, NodeJS.Timeout>();
  private readonly running = new Map<OutboxLane, Promise<void>>();
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly handlers: OutboxHandlers,
  ) {}

  onApplicationBootstrap(): void {
    for (const lane of OUTBOX_LANES) this.schedule(lane);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    await Promise.all(this.running.values());
  }

  /** Delivers everything that is due, and waits for what is under way; tests call it instead of waiting. */
  async drain(): Promise<void> {
    // The codes last, so that a message the rest queued for that lane is not left over.
    for (const lane of OUTBOX_LANES.toReversed()) await this.drainLane(lane);
  }

  private drainLane(lane: OutboxLane): Promise<void> {
    return this.turns[lane].run(async () => {
      while (!this.stopped && (await this.deliverOne(lane)));
    });
  }

  private schedule(lane: OutboxLane, pause = POLL_MILLISECONDS): void {
    if (this.stopped) return;
    const failed = (error: unknown): number => {
      this.logger.warn({ err: error });
      return Math.min(LONGEST_POLL_MILLISECONDS, pause * 2);
    };
    const look = (): void => {
      const looked = this.drainLane(lane)
        .then(() => POLL_MILLISECONDS, failed)
        .then((next) => this.schedule(lane, next));
      this.running.set(lane, looked);
    };
    this.timers.set(lane, setTimeout(look, pause));
  }

  private async deliverOne(lane: OutboxLane): Promise<boolean> {
    const row = await this.claim(lane);
    if (!row) return false;
    await this.carryOut(row);
    return true;
  }

  private claim(lane: OutboxLane): Promise<DueRow | null> {
    return this.dataSource.transaction(async (em) => {
      const now = this.clock.now();
      const [row] = await em.query<DueRow[]>(
        `SELECT id, topic, payload, attempts FROM outbox
         WHERE lane = ? AND delivered_at IS NULL AND available_at <= ? AND attempts < ?
         ORDER BY available_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
        [lane, now, MAX_ATTEMPTS],
      );
      if (!row) return null;
      await em.query('UPDATE outbox SET attempts = attempts + 1, available_at = ? WHERE id = ?', [
        later(now, LEASE_SECONDS),
        row.id,
      ]);
      return row;
    });
  }

  private async carryOut(row: DueRow): Promise<void> {
    const { id, topic, payload } = row;
    const handler = this.handlers.of(topic);
    try {
      if (!handler) throw new Error(`No handler for topic ${topic}.`);
      await handler(
        typeof payload === 'string' ? (JSON.parse(payload) as OutboxPayload) : payload,
        id,
      );
      await this.dataSource.query('UPDATE outbox SET delivered_at = ? WHERE id = ?', [
        this.clock.now(),
        id,
      ]);
    } catch (error) {
      await this.postpone(row, error instanceof Error ? error.message : String(error));
    }
  }

  private async postpone({ id, topic, attempts }: DueRow, message: string): Promise<void> {
    const dead = attempts + 1 >= MAX_ATTEMPTS;
    const told = { outboxId: id, topic, attempts: attempts + 1, message };
    if (dead) this.logger.error({ ...told, deadLetter: true });
    else this.logger.warn(told);
    await this.dataSource.query('UPDATE outbox SET available_at = ?, last_error = ? WHERE id = ?', [
      later(this.clock.now(), Math.min(LONGEST_PAUSE_SECONDS, 2 ** attempts)),
      message.slice(0, 500),
      id,
    ]);
  }
}

const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

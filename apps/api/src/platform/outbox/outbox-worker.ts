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

const POLL_MILLISECONDS = 500;
const MAX_ATTEMPTS = 12;

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
 * handler may wait for a foreign service.
 */
@Injectable()
export class OutboxWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Outbox');
  private readonly turn = new LimitedConcurrency(1);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly handlers: OutboxHandlers,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Delivers everything that is due, and waits for what is under way; tests call it instead of waiting. */
  drain(): Promise<void> {
    return this.turn.run(async () => {
      while (!this.stopped && (await this.deliverOne()));
    });
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.drain()
        .catch((error: unknown) => this.logger.warn({ err: error }))
        .finally(() => this.schedule());
    }, POLL_MILLISECONDS);
  }

  private async deliverOne(): Promise<boolean> {
    const row = await this.claim();
    if (!row) return false;
    await this.carryOut(row);
    return true;
  }

  private claim(): Promise<DueRow | null> {
    return this.dataSource.transaction(async (em) => {
      const now = this.clock.now();
      const [row] = await em.query<DueRow[]>(
        `SELECT id, topic, payload, attempts FROM outbox
         WHERE delivered_at IS NULL AND available_at <= ? AND attempts < ?
         ORDER BY available_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
        [now, MAX_ATTEMPTS],
      );
      if (!row) return null;
      await em.query('UPDATE outbox SET attempts = attempts + 1, available_at = ? WHERE id = ?', [
        later(now, LEASE_SECONDS),
        row.id,
      ]);
      return row;
    });
  }

  private async carryOut({ id, topic, payload, attempts }: DueRow): Promise<void> {
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
      const message = error instanceof Error ? error.message : String(error);
      this.logger.warn({ outboxId: id, topic, attempts: attempts + 1, message });
      const pauseSeconds = Math.min(600, 2 ** attempts);
      await this.dataSource.query(
        'UPDATE outbox SET available_at = ?, last_error = ? WHERE id = ?',
        [later(this.clock.now(), pauseSeconds), message.slice(0, 500), id],
      );
    }
  }
}

const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { OutboxHandlers, type OutboxPayload } from './outbox-handlers.js';

const POLL_MILLISECONDS = 500;
const MAX_ATTEMPTS = 12;

interface DueRow {
  readonly id: string;
  readonly topic: string;
  readonly payload: OutboxPayload | string;
  readonly attempts: number;
}

/**
 * Delivers outbox rows after commit, at least once; many processes may run it, because a row is
 * claimed with SKIP LOCKED and stays locked while it is carried out.
 */
@Injectable()
export class OutboxWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Outbox');
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

  /**
   * Delivers everything that is due; tests call it instead of waiting. One run at a time, so that
   * afterwards also what another run had in its hands is delivered.
   */
  drain(): Promise<void> {
    const run = this.running.then(() => this.deliverAll());
    this.running = run.catch((error: unknown) => this.logger.warn({ err: error }));
    return run;
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      void this.drain()
        .catch(() => undefined)
        .finally(() => this.schedule());
    }, POLL_MILLISECONDS);
  }

  private async deliverAll(): Promise<void> {
    while (!this.stopped && (await this.deliverOne()));
  }

  private deliverOne(): Promise<boolean> {
    return this.dataSource.transaction('READ COMMITTED', async (em) => {
      const now = this.clock.now();
      const [row] = await em.query<DueRow[]>(
        `SELECT id, topic, payload, attempts FROM outbox
         WHERE delivered_at IS NULL AND available_at <= ? AND attempts < ?
         ORDER BY available_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
        [now, MAX_ATTEMPTS],
      );
      if (!row) return false;
      await this.carryOut(em, row, now);
      return true;
    });
  }

  private async carryOut(em: EntityManager, row: DueRow, now: Date): Promise<void> {
    const handler = this.handlers.of(row.topic);
    try {
      if (!handler) throw new Error(`No handler for topic ${row.topic}.`);
      await handler(
        typeof row.payload === 'string' ? (JSON.parse(row.payload) as OutboxPayload) : row.payload,
        row.id,
      );
      await em.query('UPDATE outbox SET delivered_at = ?, attempts = attempts + 1 WHERE id = ?', [
        now,
        row.id,
      ]);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.logger.warn({ outboxId: row.id, topic: row.topic, attempts: row.attempts + 1, message });
      const pauseSeconds = Math.min(600, 2 ** row.attempts);
      await em.query(
        'UPDATE outbox SET attempts = attempts + 1, available_at = ?, last_error = ? WHERE id = ?',
        [new Date(now.getTime() + pauseSeconds * 1000), message.slice(0, 500), row.id],
      );
    }
  }
}

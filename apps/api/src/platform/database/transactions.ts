import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { text } from '@kaopu/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { Clock } from '../clock/clock.js';
import { RefusedError, UserError } from '../graphql/user-error.js';
import { LimitedConcurrency } from '../limits/limited-concurrency.js';
import { writeAudit } from './audit-log.js';
import type { OutboxPayload } from '../outbox/outbox-handlers.js';
import type { OutboxLane } from '../outbox/outbox-lane.js';
import { isRetryable, isUniqueViolation } from './database-errors.js';

const ATTEMPTS = 3;

/**
 * Half of the pool (data-source.ts). Work may read through the pool while its transaction holds a
 * connection; were all connections held by transactions, each would wait for another one for ever.
 */
const AT_ONCE = 10;

/** What somebody wants done, once: the same key twice has one effect. */
export interface Intent {
  readonly actor: Actor;
  /** Name of the mutation. */
  readonly operation: string;
  /** Chosen by the client; null only for operations that are idempotent by nature. */
  readonly idempotencyKey: string | null;
  /** What is changed, where that is known beforehand: a statement less. */
  readonly subjectId?: string;
  /** Everything that was asked for; the same key with other input is refused. */
  readonly input: unknown;
}

/** The one handle inside a transaction. Nothing else may be written to while it runs. */
export interface Tx {
  readonly em: EntityManager;
  /**
   * To be delivered by the worker after commit, at least once; `REST` unless somebody waits for it.
   * Payload: ids, never personal data.
   */
  emit(topic: string, payload: OutboxPayload, lane?: OutboxLane): void;
  /** Goes into the audit row: codes, counts, ids — never personal data. */
  note(details: Readonly<Record<string, unknown>>): void;
}

interface Emitted {
  readonly topic: string;
  readonly payload: OutboxPayload;
  readonly lane: OutboxLane;
}

class Refusal extends Error {
  constructor(readonly refusal: UserError) {
    super(refusal.code);
  }
}

/** Runs mutations: one transaction with its idempotency key, audit row and outbox rows. */
@Injectable()
export class Transactions {
  private readonly slots = new LimitedConcurrency(AT_ONCE);

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * `work` returns the id of what it changed, which commits, or a refusal, which rolls everything
   * back. A repeated key returns the first id without running `work` again. Deadlock victims are
   * run again from the start, so `work` must touch nothing but `tx`.
   *
   * @returns the subject's id (read it again to answer), or the refusal.
   */
  async run<R extends UserError>(
    intent: Intent,
    work: (tx: Tx) => Promise<string | R>,
  ): Promise<string | R | RefusedError> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.slots.run(() => this.attempt(intent, work));
      } catch (thrown) {
        if (thrown instanceof Refusal) return thrown.refusal;
        if (!isRetryable(thrown) || attempt >= ATTEMPTS) throw thrown;
        await new Promise((resolve) => setTimeout(resolve, jitter(attempt)));
      }
    }
  }

  private attempt<R extends UserError>(
    intent: Intent,
    work: (tx: Tx) => Promise<string | R>,
  ): Promise<string> {
    return this.dataSource.transaction(async (em) => {
      const earlier = await this.claimKey(em, intent);
      if (earlier !== null) return earlier;
      const emitted: Emitted[] = [];
      let details: Readonly<Record<string, unknown>> = {};
      const outcome = await work({
        em,
        emit: (topic, payload, lane = 'REST') => void emitted.push({ topic, payload, lane }),
        note: (more) => (details = { ...details, ...more }),
      });
      if (outcome instanceof UserError) throw new Refusal(outcome);
      const now = this.clock.now();
      await writeOutbox(em, emitted, now);
      await writeAudit(em, intent.actor, intent.operation, outcome, details, now);
      await this.keepOutcome(em, intent, outcome);
      return outcome;
    });
  }

  /** A second claim of the same key waits here for the first transaction to end. */
  private async claimKey(em: EntityManager, intent: Intent): Promise<string | null> {
    if (intent.idempotencyKey === null) return null;
    const row = [intent.actor.id, intent.operation, intent.idempotencyKey];
    const hash = requestHash(intent.input);
    try {
      await em.query(
        'INSERT INTO idempotency (actor_id, operation, idempotency_key, request_hash, subject_id, created_at) VALUES (?, ?, ?, ?, ?, ?)',
        [...row, hash, intent.subjectId ?? null, this.clock.now()],
      );
      return null;
    } catch (thrown) {
      if (!isUniqueViolation(thrown, 'PRIMARY')) throw thrown;
    }
    const [stored] = await em.query<{ request_hash: string; subject_id: string | null }[]>(
      'SELECT request_hash, subject_id FROM idempotency WHERE actor_id = ? AND operation = ? AND idempotency_key = ?',
      row,
    );
    if (!stored?.subject_id || stored.request_hash !== hash) {
      const { language } = intent.actor.request;
      throw new Refusal(
        new RefusedError('IDEMPOTENCY_MISMATCH', text(language, 'error.IDEMPOTENCY_MISMATCH', {})),
      );
    }
    return stored.subject_id;
  }

  private async keepOutcome(em: EntityManager, intent: Intent, subjectId: string): Promise<void> {
    if (intent.idempotencyKey === null || intent.subjectId === subjectId) return;
    await em.query(
      'UPDATE idempotency SET subject_id = ? WHERE actor_id = ? AND operation = ? AND idempotency_key = ?',
      [subjectId, intent.actor.id, intent.operation, intent.idempotencyKey],
    );
  }
}

async function writeOutbox(
  em: EntityManager,
  emitted: readonly Emitted[],
  now: Date,
): Promise<void> {
  if (emitted.length === 0) return;
  await em.query(
    'INSERT INTO outbox (id, topic, lane, payload, created_at, available_at, attempts) VALUES ?',
    [
      emitted.map(({ topic, lane, payload }) => [
        uuid(),
        topic,
        lane,
        JSON.stringify(payload),
        now,
        now,
        0,
      ]),
    ],
  );
}

/** Files are streams without content here; their slot and key already tell requests apart. */
function requestHash(input: unknown): string {
  const canonical = JSON.stringify(input, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(canonical).digest('hex');
}

/** 10–40 ms, apart by the process's own clock tick, so that two victims do not meet again. */
const jitter = (attempt: number): number => attempt * 10 + Number(process.hrtime.bigint() % 20n);

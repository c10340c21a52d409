import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { batched } from '../platform/database/batched.js';
import { CHOOSABLE_STATUSES } from './plan-status.js';

/** Why there was no seat. */
export type SeatRefusal = 'PLAN_FULL' | 'PLAN_CLOSED';

/** Takes registrations today. */
const OPEN = 'status IN (?) AND registration_from <= ? AND registration_to >= ?';

/**
 * Seats of a plan, never oversold: one conditional update decides (measured: count-then-insert
 * sold 60 of 50, performance.md). Call it last in the transaction, so the row is held shortly.
 */
@Injectable()
export class Seats {
  private readonly full = batched((planIds: readonly string[]) => this.findFull(planIds));

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Whether an open plan has no seat at this moment, so that most of a rush is refused before it opens a
   * transaction; only `take` gives a seat.
   */
  isFull(planId: string): Promise<boolean> {
    return this.full(planId);
  }

  /** @returns null when the seat is taken, else why not. */
  async take(em: EntityManager, planId: string): Promise<SeatRefusal | null> {
    const window = [planId, ...this.today()];
    const { affectedRows } = await em.query<{ affectedRows: number }>(
      `UPDATE exam_plan SET taken = taken + 1 WHERE id = ? AND ${OPEN} AND taken < capacity`,
      window,
    );
    if (affectedRows === 1) return null;
    const rows = await em.query<unknown[]>(
      `SELECT 1 FROM exam_plan WHERE id = ? AND ${OPEN}`,
      window,
    );
    return rows.length > 0 ? 'PLAN_FULL' : 'PLAN_CLOSED';
  }

  /**
   * Locks the rows of two plans before a seat moves between them, always in the same order: people
   * who change in opposite directions would otherwise wait for each other until one is thrown out.
   */
  async hold(em: EntityManager, planIds: readonly [string, string]): Promise<void> {
    await em.query('SELECT id FROM exam_plan WHERE id IN (?) ORDER BY id FOR UPDATE', [planIds]);
  }

  /** Gives a seat back: withdrawal, deletion, an expired return. */
  async release(em: EntityManager, planId: string): Promise<void> {
    await em.query('UPDATE exam_plan SET taken = taken - 1 WHERE id = ? AND taken > 0', [planId]);
  }

  private async findFull(planIds: readonly string[]): Promise<boolean[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM exam_plan WHERE id IN (?) AND ${OPEN} AND taken >= capacity`,
      [[...new Set(planIds)], ...this.today()],
    );
    const full = new Set(rows.map(({ id }) => id));
    return planIds.map((id) => full.has(id));
  }

  /** What OPEN leaves open. */
  private today(): unknown[] {
    const today = this.clock.today();
    return [CHOOSABLE_STATUSES, today, today];
  }
}

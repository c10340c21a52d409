import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { CHOOSABLE_STATUSES } from './plan-status.js';

/** Why there was no seat. */
export type SeatRefusal = 'PLAN_FULL' | 'PLAN_CLOSED';

/**
 * Seats of a plan, never oversold: one conditional update decides (measured: count-then-insert
 * sold 60 of 50, performance.md). Call it last in the transaction, so the row is held shortly.
 */
@Injectable()
export class Seats {
  constructor(private readonly clock: Clock) {}

  /** @returns null when the seat is taken, else why not. */
  async take(em: EntityManager, planId: string): Promise<SeatRefusal | null> {
    const today = this.clock.today();
    const open = 'id = ? AND status IN (?) AND registration_from <= ? AND registration_to >= ?';
    const window = [planId, CHOOSABLE_STATUSES, today, today];
    const { affectedRows } = await em.query<{ affectedRows: number }>(
      `UPDATE exam_plan SET taken = taken + 1 WHERE ${open} AND taken < capacity`,
      window,
    );
    if (affectedRows === 1) return null;
    const rows = await em.query<unknown[]>(`SELECT 1 FROM exam_plan WHERE ${open}`, window);
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
}

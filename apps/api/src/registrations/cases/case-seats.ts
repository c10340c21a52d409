import { Injectable } from '@nestjs/common';
import { Seats } from '../../exams/seats.js';
import type { RefusedError } from '../../platform/graphql/user-error.js';
import { refuse } from '../../platform/i18n/refuse.js';
import type { CaseChange } from './case-commands.js';

/** The seat a case holds: taken at submission, moved with the plan, given back at its end (domain.md §10 invariant 4). */
@Injectable()
export class CaseSeats {
  constructor(private readonly seats: Seats) {}

  /** At a glance, before a transaction; `take` decides. */
  isFull(planId: string): Promise<boolean> {
    return this.seats.isFull(planId);
  }

  /** Call it last, so that the plan's row is held for the shortest time. @returns why there was none. */
  async take({ tx, actor, set }: CaseChange, planId: string): Promise<RefusedError | null> {
    set.seatPlanId = planId;
    const refused = await this.seats.take(tx.em, planId);
    return refused ? refuse(actor, refused) : null;
  }

  /** Gives the seat back and takes one of another plan, or neither. @returns why there was none. */
  async move(change: CaseChange, planId: string): Promise<RefusedError | null> {
    const { seatPlanId } = change.file.row;
    if (seatPlanId !== null) await this.seats.hold(change.tx.em, [seatPlanId, planId]);
    await this.release(change);
    return this.take(change, planId);
  }

  /** A seat somebody has sat in stays counted, whatever becomes of the case. */
  async release({ tx, file: { row }, set }: CaseChange): Promise<void> {
    if (row.passedOn !== null) return;
    if (row.seatPlanId !== null) await this.seats.release(tx.em, row.seatPlanId);
    set.seatPlanId = null;
  }
}

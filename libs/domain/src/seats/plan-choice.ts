import type { ApplicationPurpose } from '../applications/application-type.js';
import type { LocalDate } from '../dates/local-date.js';
import { shanghaiDayEnd, shanghaiDayStart } from '../dates/shanghai.js';

/** Why a plan cannot be chosen; each has a text `planReason.<reason>`. */
export const PlanReason = {
  NOT_YET_OPEN: 'NOT_YET_OPEN',
  CLOSED: 'CLOSED',
  FULL: 'FULL',
  WRONG_ITEM: 'WRONG_ITEM',
  WRONG_TYPE: 'WRONG_TYPE',
} as const;
export type PlanReason = keyof typeof PlanReason;

/** An exam plan as far as choosing it goes. `isTaking`: its status allows registration at all. */
export interface PlanFacts {
  readonly isTaking: boolean;
  readonly registrationFrom: LocalDate;
  readonly registrationTo: LocalDate;
  readonly itemCodes: readonly string[];
  readonly registrationTypes: readonly string[];
  readonly capacity: number;
  readonly seatsHeld: number;
}

/** What the candidate wants to sit. */
export interface PlanWish {
  readonly itemCode: string;
  readonly registrationType: ApplicationPurpose;
}

/** Seats still free; never below zero. Seats are held by every status of `seatHoldingStatuses`. */
export function seatsLeft({
  capacity,
  seatsHeld,
}: Pick<PlanFacts, 'capacity' | 'seatsHeld'>): number {
  return Math.max(0, capacity - seatsHeld);
}

/** Registration is open from 00:00 of its first day up to 24:00 of its last day, Asia/Shanghai. */
export function isRegistrationOpen(
  plan: Pick<PlanFacts, 'registrationFrom' | 'registrationTo'>,
  now: Date,
): boolean {
  return (
    now >= shanghaiDayStart(plan.registrationFrom) && now < shanghaiDayEnd(plan.registrationTo)
  );
}

/** Why nobody can register for the plan now, however well it fits; null while its window is open. */
export function windowReason(
  plan: Pick<PlanFacts, 'isTaking' | 'registrationFrom' | 'registrationTo'>,
  now: Date,
): Extract<PlanReason, 'NOT_YET_OPEN' | 'CLOSED'> | null {
  if (now < shanghaiDayStart(plan.registrationFrom)) return 'NOT_YET_OPEN';
  return plan.isTaking && isRegistrationOpen(plan, now) ? null : 'CLOSED';
}

/**
 * Why the plan cannot be chosen now, or null when it can. What never fits is told before what may
 * change. `holdsSeat`: the application already has a seat here, so a full plan does not stop it.
 */
export function planReason(
  plan: PlanFacts,
  wish: PlanWish,
  now: Date,
  holdsSeat = false,
): PlanReason | null {
  if (!plan.itemCodes.includes(wish.itemCode)) return 'WRONG_ITEM';
  if (!plan.registrationTypes.includes(wish.registrationType)) return 'WRONG_TYPE';
  const closed = windowReason(plan, now);
  if (closed !== null) return closed;
  return seatsLeft(plan) === 0 && !holdsSeat ? 'FULL' : null;
}

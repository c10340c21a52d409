import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import type { RefusedError } from '../../platform/graphql/user-error.js';
import { refuse } from '../../platform/i18n/refuse.js';
import type { ApplicationRow } from './application.entity.js';
import type { CaseChange, CaseEffect } from './case-commands.js';
import { CaseSeats } from './case-seats.js';

const DAY_MILLISECONDS = 86_400_000;

interface NewerCase {
  /** Null for a draft. */
  readonly number: string | null;
  readonly submittedAt: Date | null;
}

/** 删除 and its undoing by staff, 恢复 (manual ch. 10): the seat is given back, and taken again if there is one. */
@Injectable()
export class Deletions {
  constructor(private readonly seats: CaseSeats) {}

  readonly delete: CaseEffect<never> = async (change) => {
    const { file, set, now } = change;
    Object.assign(set, { deletedAt: now, deletedFrom: file.row.status });
    await this.seats.release(change);
    return null;
  };

  readonly restore: CaseEffect<RefusedError> = async (change) => {
    const { tx, actor, file, set } = change;
    const newer = await newerThan(tx.em, file.row);
    if (newer) return openRefusal(actor, newer);
    Object.assign(set, {
      deletedAt: null,
      deletedFrom: null,
      returnDueAt: extendedDue(change),
    });
    return this.seatAgain(change);
  };

  /** The same seat is anybody's since the deletion; the refusal names the plan. */
  private async seatAgain(change: CaseChange): Promise<RefusedError | null> {
    const { actor, file } = change;
    const { planId, seatPlanId } = file.row;
    if (planId === null || seatPlanId !== null) return null;
    const refused = await this.seats.take(change, planId);
    const plan = file.plan?.planNo ?? '';
    return refused && refuse(actor, refused.code, `refusal.restore.${refused.code}`, { plan });
  }
}

/** What stands in the way when two write at once, and the unique key decided for the newer application. */
export const restoredTooLate = (actor: Actor): RefusedError =>
  refuse(actor, 'STATE_INVALID', 'refusal.restoreOpenDraft');

const openRefusal = (actor: Actor, { number, submittedAt }: NewerCase): RefusedError =>
  number === null || submittedAt === null
    ? restoredTooLate(actor)
    : refuse(actor, 'STATE_INVALID', 'refusal.restoreOpen', { number });

/** The live application about the same item of this person, or about the same certificate. */
async function newerThan(em: EntityManager, row: ApplicationRow): Promise<NewerCase | null> {
  const { accountId, certificateId, itemCode } = row;
  const [same, values] =
    certificateId === null
      ? ['account_id = ? AND live_item = ?', [accountId, itemCode]]
      : ['certificate_id = ? AND live_key IS NOT NULL', [certificateId]];
  const [newer] = await em.query<NewerCase[]>(
    `SELECT number, submitted_at AS submittedAt FROM application WHERE ${same} LIMIT 1`,
    values,
  );
  return newer ?? null;
}

/** The days a returned case lay deleted do not count: as many are left for its correction as were then. */
function extendedDue({ file: { row }, now }: CaseChange): Date | null {
  const { returnDueAt, deletedAt, deletedFrom } = row;
  if (returnDueAt === null || deletedAt === null || deletedFrom !== 'RETURNED') return returnDueAt;
  const days = Math.ceil((now.getTime() - deletedAt.getTime()) / DAY_MILLISECONDS);
  return new Date(returnDueAt.getTime() + days * DAY_MILLISECONDS);
}

import type { ApplicationAction, ApplicationStatus, Role } from '@kaopu/domain';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../platform/access/actor.js';

/** One move of a case, as it is written down; never changed afterwards (domain.md §10 invariant 1). */
export interface Move {
  readonly applicationId: string;
  readonly action: ApplicationAction;
  readonly from: ApplicationStatus | null;
  readonly to: ApplicationStatus;
  /** In which capacity the actor did it; null for timers. */
  readonly role: Role | null;
  readonly reason: string | null;
}

/** Appends a move to the case's log. */
export async function logMove(
  em: EntityManager,
  actor: Actor,
  move: Move,
  at: Date,
): Promise<void> {
  await em.query(
    `INSERT INTO application_action (id, application_id, actor_id, actor_role, action, from_status, to_status, reason, request_id, ip, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      uuid(),
      move.applicationId,
      actor.id,
      move.role,
      move.action,
      move.from,
      move.to,
      move.reason,
      actor.request.id,
      actor.request.ip,
      at,
    ],
  );
}

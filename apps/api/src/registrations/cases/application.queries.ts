import { Injectable } from '@nestjs/common';
import type { ApplicationAction, ApplicationStatus, MilestoneMove, Role } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { say } from '../../platform/i18n/refuse.js';
import type { TimelineEntry } from './application.type.js';
import type { CaseFile } from './case-file.js';

interface ActionRow {
  readonly id: string;
  readonly actorId: string;
  readonly role: Role | null;
  readonly action: ApplicationAction;
  readonly from: ApplicationStatus | null;
  readonly to: ApplicationStatus | null;
  readonly reason: string | null;
  readonly at: Date;
}

/** Edits are many and say little; the timeline keeps the moves. */
const QUIET: readonly ApplicationAction[] = ['EDIT'];
const TIMELINE_MAX = 200;

/** What one case's page shows beside the case file. */
@Injectable()
export class ApplicationQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Every move of a case between states, oldest first. */
  moves(applicationId: string): Promise<MilestoneMove[]> {
    return this.dataSource.query<MilestoneMove[]>(
      `SELECT from_status AS \`from\`, to_status AS \`to\`, at FROM application_action
       WHERE application_id = ? AND (from_status IS NULL OR from_status <> to_status) ORDER BY at, id`,
      [applicationId],
    );
  }

  /** Oldest first. Candidates read roles, not names, of staff. */
  async timeline(actor: Actor, file: CaseFile): Promise<TimelineEntry[]> {
    const rows = await this.dataSource.query<ActionRow[]>(
      `SELECT id, actor_id AS actorId, actor_role AS role, action, from_status AS \`from\`, to_status AS \`to\`, reason, at
       FROM application_action WHERE application_id = ? AND (action NOT IN (?) OR from_status IS NULL)
       ORDER BY at, id LIMIT ?`,
      [file.row.id, QUIET, TIMELINE_MAX],
    );
    return rows.map(({ id, role, action, from, to, reason, at }) => ({
      id,
      action,
      from,
      to,
      at,
      reason,
      actorRole: role === 'SYSTEM' ? null : role,
      actorName: say(actor, `role.${role ?? 'SYSTEM'}`),
    }));
  }
}

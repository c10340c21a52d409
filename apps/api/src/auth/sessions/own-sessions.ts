import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { UserError, type RefusedError } from '../../platform/graphql/user-error.js';
import type { AccountKind } from '../accounts/account.entity.js';
import { deviceName } from './device-name.js';
import { OtherSessionsEnded, OwnSession } from './own-session.type.js';
import { isAlive } from './session-limits.js';
import { Sessions } from './sessions.js';

interface Row {
  readonly id: string;
  readonly kind: AccountKind;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
}

/** One's own log-ins: where they are, and out with the others (experience.md §2.2). */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
  ) {}

  /** The open ones, the asking one first, then by last use. */
  async list({ id, sessionId }: Actor): Promise<OwnSession[]> {
    const now = this.clock.now();
    const rows = await this.dataSource.query<Row[]>(
      `SELECT s.id, a.kind, s.user_agent AS userAgent, s.created_at AS createdAt,
              s.last_used_at AS lastUsedAt, s.expires_at AS expiresAt, s.ended_at AS endedAt
       FROM session s JOIN account a ON a.id = s.account_id
       WHERE s.account_id = ? AND s.ended_at IS NULL AND s.expires_at > ?
       ORDER BY s.id = ? DESC, s.last_used_at DESC, s.id`,
      [id, now, sessionId],
    );
    return rows
      .filter((row) => isAlive(row.kind, row, now))
      .map(
        (row) =>
          new OwnSession({
            id: row.id,
            device: deviceName(row.userAgent),
            startedAt: row.createdAt,
            lastUsedAt: row.lastUsedAt,
            isCurrent: row.id === sessionId,
          }),
      );
  }

  /** Idempotent by nature: the second time there are no others. */
  async endOthers(actor: Actor): Promise<OtherSessionsEnded | RefusedError> {
    let ended = 0;
    const done = await this.transactions.run(
      { actor, operation: 'logOutOthers', idempotencyKey: null, input: null },
      async ({ em, note }) => {
        const keep = { accountId: actor.id, keep: actor.sessionId };
        ended = await this.sessions.endOthers(em, keep, 'LOG_OUT_OTHERS');
        note({ ended });
        return actor.id;
      },
    );
    return done instanceof UserError ? done : new OtherSessionsEnded(ended);
  }
}

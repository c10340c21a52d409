import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Role } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { AccountCells } from '../accounts/account-cells.js';
import type { AccountKind } from '../accounts/account.entity.js';
import { CACHE_MILLISECONDS, TOUCH_MILLISECONDS, isAlive } from './session-limits.js';

/** The account behind a living session. */
export interface Principal {
  readonly accountId: string;
  readonly sessionId: string;
  readonly kind: AccountKind;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly institutionCode: string | null;
  readonly authorityCode: string | null;
  /** The log-in before this one. */
  readonly previousLogInAt: Date | null;
}

interface Row {
  readonly accountId: string;
  readonly kind: AccountKind;
  readonly nameEnc: Buffer;
  readonly institutionCode: string | null;
  readonly authorityCode: string | null;
  readonly roles: string | null;
  readonly previousLogInAt: Date | null;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
}

const MAX_CACHED = 10_000;

/** Looks sessions up, at most once in five seconds per session and process. */
@Injectable()
export class SessionReader {
  private readonly cache = new Map<string, { principal: Principal | null; readAt: number }>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cells: AccountCells,
  ) {}

  /** @returns null when the session ended, timed out, or its account is disabled. */
  async principal(sessionId: string): Promise<Principal | null> {
    const now = this.clock.now();
    const cached = this.cache.get(sessionId);
    if (cached && now.getTime() - cached.readAt < CACHE_MILLISECONDS) return cached.principal;
    const principal = await this.read(sessionId, now);
    if (this.cache.size >= MAX_CACHED) this.cache.clear();
    this.cache.set(sessionId, { principal, readAt: now.getTime() });
    return principal;
  }

  /** After a change made by this process, which must hold at once. */
  forget(sessionId: string): void {
    this.cache.delete(sessionId);
  }

  private async read(sessionId: string, now: Date): Promise<Principal | null> {
    const [row] = await this.dataSource.query<Row[]>(
      `SELECT s.account_id AS accountId, a.kind, a.name_enc AS nameEnc,
              a.institution_code AS institutionCode, a.authority_code AS authorityCode,
              s.previous_log_in_at AS previousLogInAt, s.last_used_at AS lastUsedAt,
              s.expires_at AS expiresAt, s.ended_at AS endedAt,
              (SELECT GROUP_CONCAT(r.role) FROM account_role r WHERE r.account_id = a.id) AS roles
       FROM session s JOIN account a ON a.id = s.account_id
       WHERE s.id = ? AND a.status = 'ACTIVE'`,
      [sessionId],
    );
    if (!row || !isAlive(row.kind, row, now)) return null;
    await this.touch(sessionId, row.lastUsedAt, now);
    return {
      accountId: row.accountId,
      sessionId,
      kind: row.kind,
      name: this.cells.open(row.accountId, 'name_enc', row.nameEnc),
      roles: (row.roles ?? '').split(',').filter((role): role is Role => role in Role),
      institutionCode: row.institutionCode,
      authorityCode: row.authorityCode,
      previousLogInAt: row.previousLogInAt,
    };
  }

  private async touch(sessionId: string, lastUsedAt: Date, now: Date): Promise<void> {
    if (now.getTime() - lastUsedAt.getTime() < TOUCH_MILLISECONDS) return;
    await this.dataSource.query(
      'UPDATE session SET last_used_at = ? WHERE id = ? AND ended_at IS NULL AND last_used_at < ?',
      [now, sessionId, now],
    );
  }
}

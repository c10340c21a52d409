import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThan, Not, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor, RequestInfo } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { writeAudit } from '../../platform/database/audit-log.js';
import { AccountEntity, SessionEntity, type EndReason } from '../accounts/account.entity.js';
import { RefreshTokens, type PresentedToken } from './refresh-tokens.js';
import { GRACE_MILLISECONDS, MAX_SESSIONS, SESSION_LIFE, isAlive } from './session-limits.js';
import { SessionReader } from './session-reader.js';

/** A session with the refresh token its browser shall have from now on. */
export interface OpenSession {
  readonly sessionId: string;
  readonly refreshToken: string;
  readonly expiresAt: Date;
}

/** What of a request tells one's own log-ins apart. */
type Device = Pick<RequestInfo, 'userAgent'>;

const USER_AGENT_LENGTH = 200;

/** Starts, renews and ends sessions; the row is the truth, tokens only point to it. */
@Injectable()
export class Sessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly tokens: RefreshTokens,
    private readonly reader: SessionReader,
  ) {}

  /** Inside the transaction that checked the person. @returns the session's id. */
  async start(em: EntityManager, accountId: string, { userAgent }: Device): Promise<string> {
    const account = await em.findOneOrFail(AccountEntity, {
      where: { id: accountId },
      lock: { mode: 'pessimistic_write' },
    });
    const now = this.clock.now();
    const id = uuid();
    await em.insert(SessionEntity, {
      id,
      accountId,
      tokenSalt: randomBytes(16).toString('hex'),
      generation: 1,
      rotatedAt: now,
      createdAt: now,
      lastUsedAt: now,
      expiresAt: new Date(now.getTime() + SESSION_LIFE[account.kind].absolute),
      previousLogInAt: account.lastLogInAt,
      userAgent: userAgent.slice(0, USER_AGENT_LENGTH),
    });
    await em.update(AccountEntity, { id: accountId }, { lastLogInAt: now });
    await this.endOldest(em, accountId, now);
    return id;
  }

  /** `start` where nobody looked at the account since it was named. @returns null for a disabled one. */
  async startIfActive(
    em: EntityManager,
    accountId: string,
    device: Device,
  ): Promise<string | null> {
    const isActive = await em.existsBy(AccountEntity, { id: accountId, status: 'ACTIVE' });
    return isActive ? this.start(em, accountId, device) : null;
  }

  /** The session as its browser shall hold it. */
  async open(sessionId: string): Promise<OpenSession> {
    const row = await this.dataSource.manager.findOneByOrFail(SessionEntity, { id: sessionId });
    return this.held(row, row.generation);
  }

  /**
   * Takes the current token and moves on to the next. The one before it is taken for ten seconds,
   * and answered with the current one: tabs that refresh at once, or whose answer got lost. Any
   * older one was copied, so the whole session ends (promise P12).
   *
   * @returns null when the browser has to log in again.
   */
  refresh(actor: Actor, token: string | undefined): Promise<OpenSession | null> {
    const presented = this.tokens.parse(token);
    if (!presented) return Promise.resolve(null);
    return this.dataSource.transaction(async (em) => {
      const row = await this.living(em, presented);
      if (!row) return null;
      const now = this.clock.now();
      if (presented.generation === row.generation) return this.rotate(em, row, now);
      const isPrevious = presented.generation === row.generation - 1;
      const age = now.getTime() - row.rotatedAt.getTime();
      if (isPrevious && age < GRACE_MILLISECONDS) return this.held(row, row.generation);
      await this.endRow(em, row.id, 'TOKEN_REUSED', now);
      await writeAudit(em, actor, 'refreshTokenReused', row.id, { accountId: row.accountId }, now);
      return null;
    });
  }

  /** The session a refresh token belongs to; null for a token that is not genuine. */
  async ofToken(token: string | undefined): Promise<string | null> {
    const presented = this.tokens.parse(token);
    if (!presented) return null;
    const row = await this.dataSource.manager.findOneBy(SessionEntity, { id: presented.sessionId });
    return row && this.tokens.isGenuine(row, presented) ? row.id : null;
  }

  /** Ends one session; holds here at once and in other processes within five seconds. */
  async end(em: EntityManager, sessionId: string, reason: EndReason): Promise<void> {
    await this.endRow(em, sessionId, reason, this.clock.now());
  }

  /** Ends every session of an account but the one kept; null keeps none. @returns how many were open. */
  async endOthers(
    em: EntityManager,
    { accountId, keep }: { readonly accountId: string; readonly keep: string | null },
    reason: EndReason,
  ): Promise<number> {
    const now = this.clock.now();
    const others = await em.findBy(SessionEntity, {
      accountId,
      endedAt: IsNull(),
      expiresAt: MoreThan(now),
      ...(keep !== null && { id: Not(keep) }),
    });
    for (const { id } of others) await this.endRow(em, id, reason, now);
    return others.length;
  }

  private async living(
    em: EntityManager,
    presented: PresentedToken,
  ): Promise<SessionEntity | null> {
    const row = await em.findOne(SessionEntity, {
      where: { id: presented.sessionId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!row || !this.tokens.isGenuine(row, presented)) return null;
    const account = await em.findOneBy(AccountEntity, { id: row.accountId, status: 'ACTIVE' });
    return account && isAlive(account.kind, row, this.clock.now()) ? row : null;
  }

  private async rotate(em: EntityManager, row: SessionEntity, now: Date): Promise<OpenSession> {
    const generation = row.generation + 1;
    await em.update(SessionEntity, { id: row.id }, { generation, rotatedAt: now, lastUsedAt: now });
    return this.held(row, generation);
  }

  private held(row: SessionEntity, generation: number): OpenSession {
    return {
      sessionId: row.id,
      refreshToken: this.tokens.make(row, generation),
      expiresAt: row.expiresAt,
    };
  }

  private async endOldest(em: EntityManager, accountId: string, now: Date): Promise<void> {
    const open = await em.find(SessionEntity, {
      where: { accountId, endedAt: IsNull(), expiresAt: MoreThan(now) },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
    for (const { id } of open.slice(MAX_SESSIONS)) await this.endRow(em, id, 'REPLACED', now);
  }

  private async endRow(
    em: EntityManager,
    id: string,
    endReason: EndReason,
    now: Date,
  ): Promise<void> {
    await em.update(SessionEntity, { id, endedAt: IsNull() }, { endedAt: now, endReason });
    this.reader.forget(id);
  }
}

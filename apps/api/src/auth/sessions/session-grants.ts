import { Injectable } from '@nestjs/common';
import { Bodies } from '../../catalogue/bodies/bodies.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { AccessTokens } from './access-tokens.js';
import { SessionCookie } from './session-cookie.js';
import { SessionReader, type Principal } from './session-reader.js';
import { Session } from './session.type.js';
import { Sessions, type OpenSession } from './sessions.js';
import { Viewer } from './viewer.type.js';

type Language = RequestContext['actor']['request']['language'];

/** Hands a session to its browser: refresh token as a cookie, access token in the answer. */
@Injectable()
export class SessionGrants {
  constructor(
    private readonly sessions: Sessions,
    private readonly reader: SessionReader,
    private readonly tokens: AccessTokens,
    private readonly cookie: SessionCookie,
    private readonly bodies: Bodies,
  ) {}

  /** For a session just started. */
  async grant(context: RequestContext, sessionId: string): Promise<Session> {
    return this.hand(context, await this.sessions.open(sessionId));
  }

  /** @throws Error when the session ended meanwhile. */
  async hand({ actor, reply }: RequestContext, open: OpenSession): Promise<Session> {
    const principal = await this.reader.principal(open.sessionId);
    if (!principal) throw new Error('The session ended while it was handed out.');
    const { token, expiresAt } = await this.tokens.issue(principal.accountId, open.sessionId);
    this.cookie.set(reply, open.refreshToken, open.expiresAt);
    return new Session(token, expiresAt, await this.viewer(principal, actor.request.language));
  }

  async viewer(principal: Principal, language: Language): Promise<Viewer> {
    const { institutionCode, authorityCode } = principal;
    const [institutions, authorities] = await Promise.all([
      this.bodies.institutions(institutionCode === null ? [] : [institutionCode], language),
      this.bodies.authorities(authorityCode === null ? [] : [authorityCode], language),
    ]);
    return new Viewer({
      id: principal.accountId,
      displayName: principal.name,
      roles: principal.roles,
      institution: institutions.get(institutionCode ?? '') ?? null,
      authority: authorities.get(authorityCode ?? '') ?? null,
      lastLogInAt: principal.previousLogInAt,
    });
  }
}

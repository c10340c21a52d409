import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { anonymous, type Actor, type RequestInfo } from '../../platform/access/actor.js';
import { Authenticator } from '../../platform/access/authenticator.js';
import { requestInfo } from '../../platform/http/request-info.js';
import { AccessTokenStrategy } from './access-token.strategy.js';
import { SessionReader, type Principal } from './session-reader.js';

/** The account as the one who acts. */
export function actorOf(principal: Principal, request: RequestInfo): Actor {
  return {
    kind: 'account',
    id: principal.accountId,
    sessionId: principal.sessionId,
    roles: principal.roles,
    displayName: principal.name,
    institutionCode: principal.institutionCode,
    authorityCode: principal.authorityCode,
    request,
  };
}

/** Token → session row → Actor; asked several times for one request, it looks once. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  private readonly known = new WeakMap<FastifyRequest, Promise<Actor>>();

  constructor(
    private readonly strategy: AccessTokenStrategy,
    private readonly sessions: SessionReader,
  ) {
    super();
  }

  override actorOf(request: FastifyRequest): Promise<Actor> {
    const known = this.known.get(request) ?? this.find(request);
    this.known.set(request, known);
    return known;
  }

  private async find(request: FastifyRequest): Promise<Actor> {
    const info = requestInfo(request);
    const claims = await this.strategy.claimsOf(request);
    const principal = claims && (await this.sessions.principal(claims.sid));
    if (!principal || principal.accountId !== claims.sub) return anonymous(info);
    return actorOf(principal, info);
  }
}

import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { requestInfo } from '../platform/http/request-info.js';
import { ApiClients, type StoredApiClient } from './api-clients.js';
import { PartnerTokens } from './partner-tokens.js';

/** Why a system may not ask; stable codes of the partner interface (docs/integrators.md). */
export type PartnerRefusal =
  'TOKEN_MISSING' | 'TOKEN_EXPIRED' | 'CLIENT_EXPIRED' | 'CLIENT_REVOKED';

/** A system that may ask, and what it may ask for. */
export interface Partner {
  readonly actor: Actor;
  readonly scopes: readonly string[];
}

/** Knows which system is asking; its row is read every time, so revoking works at once. */
@Injectable()
export class PartnerAccess {
  constructor(
    private readonly tokens: PartnerTokens,
    private readonly clients: ApiClients,
    private readonly clock: Clock,
  ) {}

  async partnerOf(request: FastifyRequest): Promise<Partner | PartnerRefusal> {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !token) return 'TOKEN_MISSING';
    const claims = await this.tokens.read(token);
    if (typeof claims === 'string') return claims;
    const client = await this.clients.byId(claims.clientId);
    if (!client) return 'TOKEN_MISSING';
    const refusal = this.refusalOf(client);
    if (refusal) return refusal;
    await this.clients.markUsed(client);
    const granted = claims.scopes.filter((scope) => client.scopes.includes(scope));
    return { actor: actorOf(client, request), scopes: granted };
  }

  /** Null when the client may be used. */
  refusalOf({ revokedAt, expiresAt }: StoredApiClient): 'CLIENT_REVOKED' | 'CLIENT_EXPIRED' | null {
    if (revokedAt !== null) return 'CLIENT_REVOKED';
    return expiresAt <= this.clock.now() ? 'CLIENT_EXPIRED' : null;
  }
}

/** A client as the audit log and the limits see it. */
export const actorOf = ({ id, name }: StoredApiClient, request: FastifyRequest): Actor => ({
  kind: 'apiClient',
  id,
  sessionId: null,
  roles: [],
  displayName: name,
  institutionCode: null,
  authorityCode: null,
  request: requestInfo(request),
});

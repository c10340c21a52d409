import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { anonymous } from '../platform/access/actor.js';
import { AuditLog } from '../platform/database/audit-log.js';
import { requestInfo } from '../platform/http/request-info.js';
import { RateLimits, type Budget } from '../platform/limits/rate-limits.js';
import { ApiClients, type StoredApiClient } from './api-clients.js';
import { hashSecret, isSecret } from './client-secret.js';
import { actorOf, PartnerAccess } from './partner-access.js';
import { PartnerTokens, TOKEN_LIFE_SECONDS } from './partner-tokens.js';

const PER_ADDRESS: Budget = { name: 'oauth.ip', points: 120, seconds: 60 };
const PER_CLIENT: Budget = { name: 'oauth.client', points: 30, seconds: 60 };
/** Compared with when there is no such client, so that it takes as long. */
const NOBODY = hashSecret('');

/** What a client sends, wherever in the request it stood. */
export interface TokenRequest {
  readonly grantType: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Null for everything the client has. */
  readonly scope: string | null;
}

/** RFC 6749 §5.1. */
export interface TokenGrant {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly scope: string;
}

/** RFC 6749 §5.2; `code` tells apart what the standard does not. */
export interface TokenRefusal {
  readonly error:
    | 'invalid_request'
    | 'invalid_client'
    | 'invalid_scope'
    | 'unsupported_grant_type'
    | 'temporarily_unavailable';
  readonly code: string;
  readonly retryAfterSeconds?: number;
}

const UNKNOWN: TokenRefusal = { error: 'invalid_client', code: 'CLIENT_UNKNOWN' };

/** OAuth 2.0 client credentials: a secret for a short token. */
@Injectable()
export class TokenGrants {
  constructor(
    private readonly clients: ApiClients,
    private readonly access: PartnerAccess,
    private readonly tokens: PartnerTokens,
    private readonly limits: RateLimits,
    private readonly auditLog: AuditLog,
  ) {}

  async grant(request: FastifyRequest, wanted: TokenRequest): Promise<TokenGrant | TokenRefusal> {
    const malformed = (await this.spend(request, wanted)) ?? malformation(wanted);
    if (malformed) return malformed;
    const client = await this.clients.byClientId(wanted.clientId);
    const isProven = isSecret(wanted.clientSecret, client?.secretHash ?? NOBODY);
    const refusal = this.refusalOf(isProven ? client : null, wanted.scope);
    await this.audit(request, client, refusal?.code ?? null);
    if (!client || refusal) return refusal ?? UNKNOWN;
    const scopes = wanted.scope === null ? client.scopes : scopesOf(wanted.scope);
    await this.clients.markUsed(client);
    return {
      access_token: await this.tokens.issue({ clientId: client.id, scopes }),
      token_type: 'Bearer',
      expires_in: TOKEN_LIFE_SECONDS,
      scope: scopes.join(' '),
    };
  }

  private async spend(
    { ip }: FastifyRequest,
    { clientId }: TokenRequest,
  ): Promise<TokenRefusal | null> {
    const clientKey = createHash('sha256').update(clientId).digest('hex');
    const retryAfterSeconds = Math.max(
      await this.limits.use(PER_ADDRESS, ip),
      await this.limits.use(PER_CLIENT, clientKey),
    );
    return retryAfterSeconds > 0
      ? { error: 'temporarily_unavailable', code: 'RATE_LIMITED', retryAfterSeconds }
      : null;
  }

  /** `client` is null when the secret did not prove one. */
  private refusalOf(client: StoredApiClient | null, scope: string | null): TokenRefusal | null {
    if (!client) return UNKNOWN;
    const code = this.access.refusalOf(client);
    if (code) return { error: 'invalid_client', code };
    const isWithin =
      scope === null || scopesOf(scope).every((wanted) => client.scopes.includes(wanted));
    return isWithin ? null : { error: 'invalid_scope', code: 'SCOPE_MISSING' };
  }

  private async audit(
    request: FastifyRequest,
    client: StoredApiClient | null,
    refused: string | null,
  ): Promise<void> {
    const actor = client ? actorOf(client, request) : anonymous(requestInfo(request));
    const subjectId = client?.id ?? 'none';
    await this.auditLog.record(actor, 'oauthToken', { subjectId, details: { refused } });
  }
}

function malformation({ grantType, clientId, clientSecret }: TokenRequest): TokenRefusal | null {
  if (grantType !== 'client_credentials') {
    return { error: 'unsupported_grant_type', code: 'GRANT_TYPE' };
  }
  return clientId && clientSecret
    ? null
    : { error: 'invalid_request', code: 'CREDENTIALS_MISSING' };
}

const scopesOf = (scope: string): string[] => scope.split(' ').filter(Boolean);

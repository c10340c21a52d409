import { Controller, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TokenGrants, type TokenRefusal, type TokenRequest } from './token-grants.js';
import { UnavailableFilter } from '../platform/http/unavailable.filter.js';

const STATUS: Readonly<Record<TokenRefusal['error'], number>> = {
  invalid_request: 400,
  invalid_scope: 400,
  unsupported_grant_type: 400,
  invalid_client: 401,
  temporarily_unavailable: 429,
};

/** `POST /oauth/token`, form-encoded; credentials in the body or as HTTP Basic (RFC 6749 §2.3.1). */
@Controller('oauth')
@UseFilters(UnavailableFilter)
export class OauthController {
  constructor(private readonly grants: TokenGrants) {}

  @Post('token')
  async token(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const answer = await this.grants.grant(request, readRequest(request));
    reply.header('Pragma', 'no-cache');
    if (!('error' in answer)) {
      await reply.code(200).send(answer);
      return;
    }
    const { retryAfterSeconds, ...body } = answer;
    if (retryAfterSeconds !== undefined) reply.header('Retry-After', retryAfterSeconds);
    if (answer.error === 'invalid_client') {
      reply.header('WWW-Authenticate', 'Basic realm="kaopu", charset="UTF-8"');
    }
    await reply.code(STATUS[answer.error]).send(body);
  }
}

function readRequest({ body, headers }: FastifyRequest): TokenRequest {
  const form = typeof body === 'object' && body !== null ? { ...body } : {};
  const field = (name: string): string | null => {
    const value: unknown = Object.hasOwn(form, name) ? form[name as keyof typeof form] : null;
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const basic = basicCredentials(headers.authorization);
  return {
    grantType: field('grant_type') ?? '',
    clientId: basic?.clientId ?? field('client_id') ?? '',
    clientSecret: basic?.clientSecret ?? field('client_secret') ?? '',
    scope: field('scope'),
  };
}

/** Ours need no percent-encoding, so a value that has any is simply not one of ours. */
function basicCredentials(
  authorization: string | undefined,
): { clientId: string; clientSecret: string } | null {
  const [scheme, encoded] = authorization?.split(' ') ?? [];
  if (scheme?.toLowerCase() !== 'basic' || !encoded) return null;
  const plain = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = plain.indexOf(':');
  if (colon < 0) return null;
  return { clientId: plain.slice(0, colon), clientSecret: plain.slice(colon + 1) };
}

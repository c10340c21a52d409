import { createPublicKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { Clock } from '../../platform/clock/clock.js';
import { VerifiedTokens } from '../../platform/crypto/verified-tokens.js';
import { AccessTokens, TOKEN_ALGORITHM, TOKEN_AUDIENCE, TOKEN_TYPE } from './access-tokens.js';

/** What an access token of ours says. */
export interface AccessClaims {
  readonly sub: string;
  readonly sid: string;
  /** Seconds since 1970. */
  readonly exp: number;
}

const BEARER = /^bearer (\S+)$/i;

type Done = (error: Error | null, payload?: unknown) => void;

const LONG_AGO = new Date(0);

/** Imported once each: reading a PEM costs more than checking a signature with it. */
const publicKeys = new Map<string, KeyObject>();

function imported(pem: string): KeyObject {
  const key = publicKeys.get(pem) ?? createPublicKey(pem);
  publicKeys.set(pem, key);
  return key;
}

function verifyByJose(
  token: string,
  publicKey: string,
  { issuer }: { issuer: string },
  done: Done,
): void {
  jwtVerify(token, imported(publicKey), {
    algorithms: [TOKEN_ALGORITHM],
    typ: TOKEN_TYPE,
    audience: TOKEN_AUDIENCE,
    issuer,
    requiredClaims: ['sub', 'sid', 'exp', 'iat'],
    // The system's time must not decide: `validate` compares `exp` with our Clock.
    currentDate: LONG_AGO,
  }).then(
    ({ payload }) => done(null, payload),
    (error: unknown) => done(error instanceof Error ? error : new Error('Token not verified.')),
  );
}

// jsonwebtoken, which passport-jwt brings along, cannot verify EdDSA. This property is the seam
// passport-jwt itself offers for another verifier.
Object.assign(Strategy, { JwtVerifier: verifyByJose });

/** Reads the bearer token of a request. Passport's registry is not used: each server asks its own instance. */
@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, 'access-token') {
  private readonly verified = new VerifiedTokens<AccessClaims>();

  constructor(
    tokens: AccessTokens,
    private readonly clock: Clock,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      issuer: tokens.issuer,
      secretOrKeyProvider: (
        _request: FastifyRequest,
        token: string,
        done: (error: Error | null, key?: string) => void,
      ) => {
        if (isNamed(token, tokens.keyId)) done(null, tokens.publicKey);
        else done(new Error('Unknown key.'));
      },
    });
  }

  /** @returns the claims, or false for a token whose time is over. */
  validate(claims: AccessClaims): AccessClaims | false {
    return claims.exp * 1000 > this.clock.now().getTime() ? claims : false;
  }

  /** @returns null for a missing, foreign, changed or expired token; never throws for one. */
  async claimsOf(request: FastifyRequest): Promise<AccessClaims | null> {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    const known = token === undefined ? undefined : this.verified.claims(token);
    if (known) return this.validate(known) || null;
    const claims = await this.checked(request);
    if (claims && token !== undefined) this.verified.keep(token, claims);
    return claims;
  }

  private checked(request: FastifyRequest): Promise<AccessClaims | null> {
    return new Promise((resolve, reject) => {
      // As passport does it: the outcome is told to methods of a per-request copy.
      const attempt = Object.assign(Object.create(this) as AccessTokenStrategy, {
        success: (claims: AccessClaims) => resolve(claims),
        fail: () => resolve(null),
        error: reject,
      });
      // Typed for Express; all it reads is `headers`, which Fastify's request has too.
      Reflect.apply(attempt.authenticate, attempt, [request]);
    });
  }
}

function isNamed(token: string, keyId: string): boolean {
  try {
    return decodeProtectedHeader(token).kid === keyId;
  } catch {
    return false;
  }
}

import { createPrivateKey, createPublicKey } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { errors, jwtVerify, SignJWT } from 'jose';
import { Clock } from '../platform/clock/clock.js';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { VerifiedTokens } from '../platform/crypto/verified-tokens.js';

const ALGORITHM = 'EdDSA';
const TYPE = 'at+jwt';
/** Apart from the browser's tokens, so that neither kind opens the other's door. */
const AUDIENCE = 'kaopu-integration';

export const TOKEN_LIFE_SECONDS = 600;

/** What a good token says. */
export interface PartnerClaims {
  /** Id of the API client, not its public client id. */
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/** Ten-minute tokens for API clients (RFC 9068); the client's row stays the truth. */
@Injectable()
export class PartnerTokens {
  private readonly verified = new VerifiedTokens<PartnerClaims & { readonly until: Date }>();
  private readonly privateKey;
  private readonly publicKey;
  private readonly keyId: string;
  private readonly issuer: string;

  constructor(
    @Inject(SETTINGS) { secrets, publicUrl }: Settings,
    private readonly clock: Clock,
  ) {
    this.privateKey = createPrivateKey(secrets.jwtPrivateKey);
    this.publicKey = createPublicKey(this.privateKey);
    this.keyId = secrets.jwtKeyId;
    this.issuer = publicUrl;
  }

  issue({ clientId, scopes }: PartnerClaims): Promise<string> {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    return new SignJWT({ scope: scopes.join(' ') })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: this.keyId })
      .setIssuer(this.issuer)
      .setAudience(AUDIENCE)
      .setSubject(clientId)
      .setIssuedAt(now)
      .setExpirationTime(now + TOKEN_LIFE_SECONDS)
      .sign(this.privateKey);
  }

  /** Never throws for a token that is not good. */
  async read(token: string): Promise<PartnerClaims | 'TOKEN_EXPIRED' | 'TOKEN_MISSING'> {
    const known = this.verified.claims(token);
    if (known) return known.until > this.clock.now() ? known : 'TOKEN_EXPIRED';
    try {
      const { payload } = await jwtVerify(token, this.publicKey, {
        algorithms: [ALGORITHM],
        typ: TYPE,
        audience: AUDIENCE,
        issuer: this.issuer,
        currentDate: this.clock.now(),
      });
      const { sub, scope, exp } = payload;
      if (!sub || !exp || typeof scope !== 'string') return 'TOKEN_MISSING';
      const claims = { clientId: sub, scopes: scope.split(' ').filter(Boolean) };
      this.verified.keep(token, { ...claims, until: new Date(exp * 1000) });
      return claims;
    } catch (thrown) {
      // Whatever jose objects to: forged, foreign, malformed.
      return thrown instanceof errors.JWTExpired ? 'TOKEN_EXPIRED' : 'TOKEN_MISSING';
    }
  }
}

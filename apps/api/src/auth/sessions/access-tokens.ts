import { createPrivateKey, createPublicKey } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SignJWT } from 'jose';
import { Clock } from '../../platform/clock/clock.js';
import { SETTINGS, type Settings } from '../../platform/config/settings.js';

const LIFE_SECONDS = 300;

/** Fixed on both sides; a token that says otherwise is not ours (promise P13). */
export const TOKEN_ALGORITHM = 'EdDSA';
export const TOKEN_TYPE = 'at+jwt';
export const TOKEN_AUDIENCE = 'kaopu';

/** Issues the five-minute tokens a browser keeps in memory; the session row stays the truth. */
@Injectable()
export class AccessTokens {
  private readonly privateKey;
  /** SPKI PEM of the only key we accept. */
  readonly publicKey: string;
  readonly keyId: string;
  readonly issuer: string;

  constructor(
    @Inject(SETTINGS) { secrets, publicUrl }: Settings,
    private readonly clock: Clock,
  ) {
    this.privateKey = createPrivateKey(secrets.jwtPrivateKey);
    this.publicKey = createPublicKey(this.privateKey)
      .export({ type: 'spki', format: 'pem' })
      .toString();
    this.keyId = secrets.jwtKeyId;
    this.issuer = publicUrl;
  }

  async issue(accountId: string, sessionId: string): Promise<{ token: string; expiresAt: Date }> {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    const token = await new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: TOKEN_ALGORITHM, typ: TOKEN_TYPE, kid: this.keyId })
      .setIssuer(this.issuer)
      .setAudience(TOKEN_AUDIENCE)
      .setSubject(accountId)
      .setIssuedAt(now)
      .setExpirationTime(now + LIFE_SECONDS)
      .sign(this.privateKey);
    return { token, expiresAt: new Date((now + LIFE_SECONDS) * 1000) };
  }
}

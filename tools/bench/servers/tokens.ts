import { createHmac } from 'node:crypto';
import { AccessTokens } from '../../../apps/api/src/auth/sessions/access-tokens.js';
import { PartnerTokens } from '../../../apps/api/src/integration/partner-tokens.js';
import { Clock } from '../../../apps/api/src/platform/clock/clock.js';
import type { Settings } from '../../../apps/api/src/platform/config/settings.js';
import type { Kind } from '../operations/kind.js';
import type { SignedIn } from '../data/loader.js';

export const STOCK_SECRET = 'bench-only-secret-of-the-stock-server';

/** Proofs of who asks, as each server wants them. */
export class Tokens {
  private readonly access: AccessTokens;
  private readonly partner: PartnerTokens;

  constructor(settings: Settings) {
    this.access = new AccessTokens(settings, new Clock());
    this.partner = new PartnerTokens(settings, new Clock());
  }

  of(server: Kind, one: SignedIn): Promise<string> {
    return server === 'stock' ? Promise.resolve(this.stock(one.accountId)) : this.kaopu(one);
  }

  private async kaopu({ accountId, sessionId }: SignedIn): Promise<string> {
    return (await this.access.issue(accountId, sessionId)).token;
  }

  ofPartner(clientId: string): Promise<string> {
    return this.partner.issue({ clientId, scopes: ['certificates:verify'] });
  }

  /** HS256, as passport-jwt's documentation shows it. */
  stock(accountId: string): string {
    const part = (value: object): string =>
      Buffer.from(JSON.stringify(value)).toString('base64url');
    const exp = Math.floor(Date.now() / 1000) + 3600;
    const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: accountId, exp })}`;
    return `${text}.${createHmac('sha256', STOCK_SECRET).update(text).digest('base64url')}`;
  }
}

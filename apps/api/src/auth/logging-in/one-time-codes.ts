import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { Clock } from '../../platform/clock/clock.js';

const STEP_SECONDS = 30;
/** Steps before and after the present one that are taken: clocks of phones are not exact. */
const WINDOW = 1;

const totp = (secret: string, label = ''): TOTP =>
  new TOTP({
    issuer: 'Kaopu',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret: Secret.fromBase32(secret),
  });

/** Time-based one-time codes (RFC 6238) of staff authenticators. */
@Injectable()
export class OneTimeCodes {
  constructor(private readonly clock: Clock) {}

  /** 160 random bits, base32. */
  newSecret(): string {
    return new Secret({ size: 20 }).base32;
  }

  /** What an authenticator app scans. */
  enrolmentUri(secret: string, logInName: string): string {
    return totp(secret, logInName).toString();
  }

  /** @returns the step the code belongs to, for single use; null for a wrong code. */
  step(secret: string, code: string): number | null {
    const timestamp = this.clock.now().getTime();
    const digits = code.normalize('NFKC').replace(/\s/g, '');
    const delta = totp(secret).validate({ token: digits, timestamp, window: WINDOW });
    return delta === null ? null : Math.floor(timestamp / 1000 / STEP_SECONDS) + delta;
  }
}

import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { RateLimits, type Budget } from '../../platform/limits/rate-limits.js';
import { SmsMessages } from '../../notifications/messages-sink.js';

const HOUR = 3600;
const DAY = 24 * HOUR;

export const RESEND_SECONDS = 60;

const PER_PHONE: readonly Budget[] = [
  { name: 'sms.phone.minute', points: 1, seconds: RESEND_SECONDS },
  { name: 'sms.phone.hour', points: 5, seconds: HOUR },
  { name: 'sms.phone.day', points: 10, seconds: DAY },
];
const PER_SESSION: Budget = { name: 'sms.registration.day', points: 10, seconds: DAY };
/** Numbers of one exchange, as rented by the thousand for pumping. */
const PER_PREFIX: Budget = { name: 'sms.prefix.hour', points: 30, seconds: HOUR };
const EVERYBODY: readonly Budget[] = [
  { name: 'sms.all.hour', points: 2_000, seconds: HOUR },
  { name: 'sms.all.day', points: 10_000, seconds: DAY },
];
const PREFIX_LENGTH = 7;

/** Requests for one number and phone, whether or not an account has them. */
const PER_STATED_PAIR: readonly Budget[] = [
  { name: 'sms.stated.hour', points: 5, seconds: HOUR },
  { name: 'sms.stated.day', points: 10, seconds: DAY },
];
/** Messages to a phone that an account has; apart from those to phones anybody may name. */
const PER_OWNED_PHONE: readonly Budget[] = [
  { name: 'sms.owned.hour', points: 5, seconds: HOUR },
  { name: 'sms.owned.day', points: 10, seconds: DAY },
];

type Use = readonly [Budget, string];

/** Keeps codes from being sent on others' behalf or by the thousand (security.md §1.4). */
@Injectable()
export class SmsBudgets {
  constructor(
    private readonly limits: RateLimits,
    private readonly cipher: FieldCipher,
    private readonly messages: SmsMessages,
  ) {}

  /**
   * One message to a phone that the asking person chose. @param subject the registration or
   * account it is for. @returns 0, or the seconds until one may be sent.
   */
  async take(phone: string, subject: string, purpose: string): Promise<number> {
    const recent = await this.messages.secondsSince(phone, purpose);
    if (recent !== null && recent < RESEND_SECONDS) return RESEND_SECONDS - recent;
    const phoneKey = this.key(phone);
    return this.use([
      ...PER_PHONE.map((budget): Use => [budget, phoneKey]),
      [PER_SESSION, subject],
      [PER_PREFIX, this.key(phone.slice(0, PREFIX_LENGTH))],
      ...EVERYBODY.map((budget): Use => [budget, 'all']),
    ]);
  }

  /** One request for a stated number and phone; counted alike whether or not anything is sent. */
  takeStated(pair: string): Promise<number> {
    const key = this.key(pair);
    return this.use(PER_STATED_PAIR.map((budget): Use => [budget, key]));
  }

  /**
   * One message to a phone that its account's owner asked for. The budget of everybody does not
   * stop it: a flood of registrations must not keep people from logging in.
   */
  async takeOwned(phone: string): Promise<boolean> {
    const key = this.key(phone);
    await this.use(EVERYBODY.map((budget): Use => [budget, 'all']));
    return (await this.use(PER_OWNED_PHONE.map((budget): Use => [budget, key]))) === 0;
  }

  private async use(uses: readonly Use[]): Promise<number> {
    for (const [budget, key] of uses) {
      const wait = await this.limits.use(budget, key);
      if (wait > 0) return wait;
    }
    return 0;
  }

  private key(value: string): string {
    return this.cipher.blindIndex('sms.budget', value);
  }
}

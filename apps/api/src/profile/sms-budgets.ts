import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../platform/crypto/field-cipher.js';
import { RateLimits, type Budget } from '../platform/limits/rate-limits.js';
import { SmsMessages } from '../notifications/messages-sink.js';

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

/** Keeps registration codes from being sent on others' behalf or by the thousand (security.md §1.4). */
@Injectable()
export class SmsBudgets {
  constructor(
    private readonly limits: RateLimits,
    private readonly cipher: FieldCipher,
    private readonly messages: SmsMessages,
  ) {}

  /** Takes one message's worth. @returns 0, or the seconds until one may be sent. */
  async take(phone: string, registrationId: string, purpose: string): Promise<number> {
    const recent = await this.messages.secondsSince(phone, purpose);
    if (recent !== null && recent < RESEND_SECONDS) return RESEND_SECONDS - recent;
    const phoneKey = this.cipher.blindIndex('sms.budget', phone);
    const prefixKey = this.cipher.blindIndex('sms.budget', phone.slice(0, PREFIX_LENGTH));
    const uses: readonly (readonly [Budget, string])[] = [
      ...PER_PHONE.map((budget) => [budget, phoneKey] as const),
      [PER_SESSION, registrationId],
      [PER_PREFIX, prefixKey],
      ...EVERYBODY.map((budget) => [budget, 'all'] as const),
    ];
    for (const [budget, key] of uses) {
      const wait = await this.limits.use(budget, key);
      if (wait > 0) return wait;
    }
    return 0;
  }
}

import { callProvider, isOutcome, outcomeOfStatus, wordOf } from './sms-call.js';
import type { OutgoingSms, SmsOutcome, SmsProvider } from './sms-provider.js';

/** An operator's own gateway. It must send one message per `Idempotency-Key`. */
export interface HttpSmsSettings {
  readonly endpoint: string;
  readonly keySecret: string;
}

/** A JSON POST with a bearer token, for gateways without an adapter of their own. */
export class HttpSms implements SmsProvider {
  constructor(private readonly settings: HttpSmsSettings) {}

  async send({ id, purpose, phone, body, params }: OutgoingSms): Promise<SmsOutcome> {
    const answer = await callProvider({
      url: this.settings.endpoint,
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        Authorization: `Bearer ${this.settings.keySecret}`,
        'Idempotency-Key': id,
      },
      body: JSON.stringify({ id, purpose, phone, text: body, params }),
    });
    const outcome = isOutcome(answer) ? answer : outcomeOfStatus(answer.status);
    // The gateway knows the key, so what is uncertain may be asked again.
    if (outcome?.kind === 'UNCERTAIN') return { kind: 'LATER', reason: outcome.reason };
    if (outcome) return outcome;
    return { kind: 'SENT', providerId: isOutcome(answer) ? null : wordOf(answer.json['id']) };
  }
}

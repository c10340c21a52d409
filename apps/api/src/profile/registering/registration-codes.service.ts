import { Injectable } from '@nestjs/common';
import { isMobilePhone, normalisePhone } from '@kaopu/domain';
import { HumanCheck } from '../../auth/human-check/human-check.js';
import { CODE_MINUTES, PhoneCodes } from '../../auth/logging-in/phone-codes.js';
import { SmsMessages } from '../../notifications/messages-sink.js';
import { Clock } from '../../platform/clock/clock.js';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { Transactions } from '../../platform/database/transactions.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import {
  UserError,
  type InvalidInputError,
  type RateLimitedError,
  type RefusedError,
} from '../../platform/graphql/user-error.js';
import { rateLimited, refuse } from '../../platform/i18n/refuse.js';
import { RateLimits, type Budget } from '../../platform/limits/rate-limits.js';
import { invalidFields, profileText } from '../profile-texts.js';
import { RESEND_SECONDS, SmsBudgets } from '../phone/sms-budgets.js';
import { RegistrationSessionEntity } from './registration-session.entity.js';
import { RegistrationSessions } from './registration-sessions.js';
import type {
  RequestRegistrationCodeInput,
  VerifyRegistrationCodeInput,
} from './registration.inputs.js';
import { CodeSent, type RegistrationDraft } from './registration.type.js';

const PURPOSE = 'REGISTRATION';
const MESSAGE = 'REGISTRATION_CODE';
const TRIES_PER_SESSION: Budget = { name: 'registration.code', points: 30, seconds: 3600 };

/** Proves that the registering person has the phone: six digits, five minutes, five tries, one use (P09). */
@Injectable()
export class RegistrationCodesService {
  constructor(
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly transactions: Transactions,
    private readonly limits: RateLimits,
    private readonly humanCheck: HumanCheck,
    private readonly budgets: SmsBudgets,
    private readonly sessions: RegistrationSessions,
    private readonly codes: PhoneCodes,
    private readonly messages: SmsMessages,
  ) {}

  /** A newer code ends the older one, and a phone verified before has to be verified again. */
  async request(
    context: RequestContext,
    input: RequestRegistrationCodeInput,
  ): Promise<CodeSent | InvalidInputError | RateLimitedError | RefusedError> {
    const { actor } = context;
    if (!(await this.humanCheck.verify(input.humanCheck))) return refuse(actor, 'CAPTCHA_INVALID');
    const phone = normalisePhone(input.phone);
    if (!isMobilePhone(phone)) {
      return invalidFields(actor, [
        { path: 'phone', key: phone === '' ? 'problem.required' : 'problem.phone' },
      ]);
    }
    const session = await this.sessions.openOrNew(context);
    const wait = await this.budgets.take(phone, session.id, MESSAGE);
    if (wait > 0) return rateLimited(actor, wait);
    const phoneIndex = this.cipher.blindIndex('registration.phone', phone);
    const { id } = session;
    const expiresAt = this.codes.expiry();
    const sent = await this.transactions.run(
      {
        actor: { ...actor, id },
        operation: 'requestRegistrationCode',
        idempotencyKey: input.idempotencyKey,
        input: { phoneIndex },
      },
      async (tx) => {
        await tx.em.update(
          RegistrationSessionEntity,
          { id },
          { phoneEnc: this.sessions.sealedPhone(id, phone), phoneIndex, phoneVerifiedAt: null },
        );
        const request = { purpose: PURPOSE, subject: id, holder: id, phone, expiresAt } as const;
        const code = await this.codes.issue(tx.em, request);
        const params = { code, minutes: String(CODE_MINUTES) };
        const body = profileText(actor.request.language, 'sms.registrationCode', params);
        const message = { purpose: MESSAGE, phone, body, params, goodUntil: expiresAt };
        await this.messages.queue(tx, message);
        return id;
      },
    );
    return sent instanceof UserError ? sent : new CodeSent(RESEND_SECONDS, expiresAt);
  }

  /** Wrong, expired, spent and never sent are answered alike. */
  async verify(
    context: RequestContext,
    { code }: VerifyRegistrationCodeInput,
  ): Promise<RegistrationDraft | RateLimitedError | RefusedError> {
    const { actor } = context;
    const session = await this.sessions.open(context);
    if (!session) return refuse(actor, 'CODE_INVALID');
    const wait = await this.limits.use(TRIES_PER_SESSION, session.id);
    if (wait > 0) return rateLimited(actor, wait);
    const taken = await this.codes.take(PURPOSE, session.id);
    if (!taken) return refuse(actor, 'CODE_INVALID');
    const verified = await this.transactions.run(
      {
        actor: { ...actor, id: session.id },
        operation: 'verifyRegistrationCode',
        idempotencyKey: null,
        input: null,
      },
      async ({ em }) => {
        if (!(await this.codes.spend(em, taken, code))) return refuse(actor, 'CODE_INVALID');
        const phoneVerifiedAt = this.clock.now();
        await em.update(RegistrationSessionEntity, { id: session.id }, { phoneVerifiedAt });
        return session.id;
      },
    );
    return verified instanceof UserError ? verified : this.sessions.draftOf(context, verified);
  }
}

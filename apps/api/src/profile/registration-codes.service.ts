import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isMobilePhone, normalisePhone } from '@kaopu/domain';
import { DataSource, IsNull, LessThan, MoreThan, Not } from 'typeorm';
import { HumanCheck } from '../auth/human-check.js';
import { SmsMessages } from '../notifications/messages-sink.js';
import { Clock } from '../platform/clock/clock.js';
import { FieldCipher } from '../platform/crypto/field-cipher.js';
import { Transactions } from '../platform/database/transactions.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import {
  UserError,
  type InvalidInputError,
  type RateLimitedError,
  type RefusedError,
} from '../platform/graphql/user-error.js';
import { rateLimited, refuse } from '../platform/i18n/refuse.js';
import { RateLimits, type Budget } from '../platform/limits/rate-limits.js';
import { invalidFields, profileText } from './profile-texts.js';
import { RegistrationSessionEntity } from './registration-session.entity.js';
import { RegistrationSessions } from './registration-sessions.js';
import type {
  RequestRegistrationCodeInput,
  VerifyRegistrationCodeInput,
} from './registration.inputs.js';
import { CodeSent, type RegistrationDraft } from './registration.type.js';
import { RESEND_SECONDS, SmsBudgets } from './sms-budgets.js';

const CODE_MINUTES = 5;
const MAX_TRIES = 5;
const PURPOSE = 'REGISTRATION_CODE';
const TRIES_PER_SESSION: Budget = { name: 'registration.code', points: 30, seconds: 3600 };

/** Proves that the registering person has the phone: six digits, five minutes, five tries, one use (P09). */
@Injectable()
export class RegistrationCodesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly transactions: Transactions,
    private readonly limits: RateLimits,
    private readonly humanCheck: HumanCheck,
    private readonly budgets: SmsBudgets,
    private readonly sessions: RegistrationSessions,
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
    const wait = await this.budgets.take(phone, session.id, PURPOSE);
    if (wait > 0) return rateLimited(actor, wait);
    const codeExpiresAt = new Date(this.clock.now().getTime() + CODE_MINUTES * 60_000);
    const phoneIndex = this.cipher.blindIndex('registration.phone', phone);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const sent = await this.transactions.run(
      {
        actor: { ...actor, id: session.id },
        operation: 'requestRegistrationCode',
        idempotencyKey: input.idempotencyKey,
        input: { phoneIndex },
      },
      async (tx) => {
        await tx.em.update(
          RegistrationSessionEntity,
          { id: session.id },
          {
            phoneEnc: this.sessions.sealedPhone(session.id, phone),
            phoneIndex,
            phoneVerifiedAt: null,
            codeIndex: this.codeIndex(session.id, phoneIndex, code),
            codeExpiresAt,
            codeTries: 0,
          },
        );
        const body = profileText(actor.request.language, 'sms.registrationCode', {
          code,
          minutes: CODE_MINUTES,
        });
        await this.messages.queue(tx, { purpose: PURPOSE, phone, body });
        return session.id;
      },
    );
    return sent instanceof UserError ? sent : new CodeSent(RESEND_SECONDS, codeExpiresAt);
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
    if (!(await this.useTry(session.id))) return refuse(actor, 'CODE_INVALID');
    const digits = code.normalize('NFKC').replace(/\s/g, '');
    const codeIndex = this.codeIndex(session.id, session.phoneIndex ?? '', digits);
    const verified = await this.transactions.run(
      {
        actor: { ...actor, id: session.id },
        operation: 'verifyRegistrationCode',
        idempotencyKey: null,
        input: null,
      },
      async ({ em }) => {
        const { affected } = await em.update(
          RegistrationSessionEntity,
          { id: session.id, codeIndex },
          { phoneVerifiedAt: this.clock.now(), codeIndex: null, codeExpiresAt: null },
        );
        return affected === 1 ? session.id : refuse(actor, 'CODE_INVALID');
      },
    );
    return verified instanceof UserError ? verified : this.sessions.draftOf(context, verified);
  }

  /** Counted before the code is looked at, and outside of its transaction, so that a refusal stays counted. */
  private async useTry(id: string): Promise<boolean> {
    const usable = {
      id,
      codeIndex: Not(IsNull()),
      codeExpiresAt: MoreThan(this.clock.now()),
      codeTries: LessThan(MAX_TRIES),
    };
    const { affected } = await this.dataSource.manager.increment(
      RegistrationSessionEntity,
      usable,
      'codeTries',
      1,
    );
    return affected === 1;
  }

  private codeIndex(id: string, phoneIndex: string, code: string): string {
    return this.cipher.blindIndex('registration.code', `${id}.${phoneIndex}.${code}`);
  }
}

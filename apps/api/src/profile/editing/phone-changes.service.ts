import { Injectable } from '@nestjs/common';
import { isMobilePhone, normalisePhone } from '@kaopu/domain';
import { HumanCheck } from '../../auth/human-check/human-check.js';
import { CODE_MINUTES, PhoneCodes } from '../../auth/logging-in/phone-codes.js';
import { SmsMessages } from '../../notifications/messages-sink.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { Transactions, type Tx } from '../../platform/database/transactions.js';
import { updateVersioned } from '../../platform/database/versioned-update.js';
import {
  UserError,
  type InvalidInputError,
  type RateLimitedError,
  type RefusedError,
} from '../../platform/graphql/user-error.js';
import { rateLimited, refuse } from '../../platform/i18n/refuse.js';
import { invalidFields, profileText } from '../profile-texts.js';
import { PersonCells } from '../person/person-cells.js';
import { PersonEntity } from '../person/person.entity.js';
import { ProfileQueries } from '../person/profile.queries.js';
import type { Profile } from '../person/profile.type.js';
import { CodeTries } from '../phone/code-tries.js';
import { RESEND_SECONDS, SmsBudgets } from '../phone/sms-budgets.js';
import { SharedPhones } from '../phone/shared-phones.js';
import { CodeSent } from '../registering/registration.type.js';
import { AccountNotices } from './account-notices.js';
import type { ChangePhoneInput, RequestPhoneChangeCodeInput } from './account.inputs.js';
import { OwnPassword } from './own-password.js';

const PURPOSE = 'PHONE_CHANGE';
const MESSAGE = 'PHONE_CHANGE_CODE';

/** A new phone proves itself by a code, and the old one is told (manual chapter 4, security.md T3). */
@Injectable()
export class PhoneChangesService {
  constructor(
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly transactions: Transactions,
    private readonly humanCheck: HumanCheck,
    private readonly own: OwnPassword,
    private readonly tries: CodeTries,
    private readonly codes: PhoneCodes,
    private readonly budgets: SmsBudgets,
    private readonly messages: SmsMessages,
    private readonly phones: SharedPhones,
    private readonly cells: PersonCells,
    private readonly notices: AccountNotices,
    private readonly queries: ProfileQueries,
  ) {}

  async request(
    actor: Actor,
    input: RequestPhoneChangeCodeInput,
  ): Promise<CodeSent | InvalidInputError | RateLimitedError | RefusedError> {
    if (!(await this.humanCheck.verify(input.humanCheck))) return refuse(actor, 'CAPTCHA_INVALID');
    const phone = normalisePhone(input.phone);
    if (!isMobilePhone(phone)) {
      const key = phone === '' ? 'problem.required' : 'problem.phone';
      return invalidFields(actor, [{ path: 'phone', key }]);
    }
    const refusal = await this.own.refusal(actor, input.password, 'password');
    if (refusal) return refusal;
    const wait = await this.budgets.take(phone, actor.id, MESSAGE);
    if (wait > 0) return rateLimited(actor, wait);
    const expiresAt = this.codes.expiry();
    const sent = await this.transactions.run(
      {
        actor,
        operation: 'requestPhoneChangeCode',
        idempotencyKey: input.idempotencyKey,
        input: { phoneIndex: this.cipher.blindIndex('phoneChange.phone', phone) },
      },
      async (tx) => {
        const holder = actor.sessionId ?? actor.id;
        const code = await this.codes.issue(tx.em, {
          purpose: PURPOSE,
          subject: actor.id,
          holder,
          phone,
          expiresAt,
        });
        const params = { code, minutes: String(CODE_MINUTES) };
        const body = profileText(actor.request.language, 'sms.phoneChangeCode', params);
        const message = { purpose: MESSAGE, phone, body, params, goodUntil: expiresAt };
        await this.messages.queue(tx, message);
        return actor.id;
      },
    );
    return sent instanceof UserError ? sent : new CodeSent(RESEND_SECONDS, expiresAt);
  }

  /** Idempotent by nature: the code is spent with the first change. */
  async change(
    actor: Actor,
    { code }: ChangePhoneInput,
  ): Promise<Profile | InvalidInputError | RateLimitedError | RefusedError> {
    const wait = await this.tries.wait(actor);
    if (wait > 0) return rateLimited(actor, wait);
    const taken = await this.codes.take(PURPOSE, actor.sessionId ?? actor.id);
    if (!taken) return refuse(actor, 'CODE_INVALID');
    const phoneLimit = await this.phones.limit();
    const changed = await this.transactions.run<InvalidInputError | RefusedError>(
      { actor, operation: 'changePhone', idempotencyKey: null, input: null },
      async (tx) => {
        if (!(await this.codes.spend(tx.em, taken, code))) return refuse(actor, 'CODE_INVALID');
        return this.replace(tx, actor, this.codes.phone(taken), phoneLimit);
      },
    );
    if (!(changed instanceof UserError)) return this.queries.mine(actor);
    await this.tries.failed(actor, 'changePhone', taken.id);
    return changed;
  }

  private async replace(
    tx: Tx,
    actor: Actor,
    phone: string,
    phoneLimit: number,
  ): Promise<string | InvalidInputError> {
    const row = await tx.em.findOneOrFail(PersonEntity, {
      where: { id: actor.id },
      lock: { mode: 'pessimistic_write' },
    });
    const oldPhone = this.cells.phone(row);
    if (oldPhone === phone) return actor.id;
    const full = await this.phones.full(tx.em, phone, phoneLimit);
    if (full) return invalidFields(actor, [full]);
    await updateVersioned(tx.em, PersonEntity, actor.id, row.version, {
      ...this.cells.phoneColumns(actor.id, phone),
      updatedAt: this.clock.now(),
    });
    await this.notices.phoneChanged(tx, actor.id, oldPhone);
    return actor.id;
  }
}

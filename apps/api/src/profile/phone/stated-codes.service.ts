import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isMobilePhone, normaliseIdNumber, normalisePhone } from '@kaopu/domain';
import { Accounts } from '../../auth/accounts/accounts.js';
import { HumanCheck } from '../../auth/human-check/human-check.js';
import type { CodePurpose } from '../../auth/logging-in/phone-code.entity.js';
import { CODE_MINUTES, PhoneCodes, type StatedOwner } from '../../auth/logging-in/phone-codes.js';
import { SmsMessages } from '../../notifications/messages-sink.js';
import { systemActor, type RequestInfo } from '../../platform/access/actor.js';
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
import { OutboxHandlers } from '../../platform/outbox/outbox-handlers.js';
import { invalidFields, profileText, type ProfileTextKey, type Wrong } from '../profile-texts.js';
import { PersonCells } from '../person/person-cells.js';
import { PersonReader } from '../person/person-reader.js';
import type { StatedOwnerInput } from './phone-access.inputs.js';
import { CodeRequested } from './phone-access.type.js';
import { RESEND_SECONDS, SmsBudgets } from './sms-budgets.js';

export type StatedPurpose = Extract<CodePurpose, 'LOG_IN' | 'PASSWORD_RESET'>;

type Language = RequestInfo['language'];

const TOPIC = 'phoneCode.answer';
/** Per address, which a whole exam site may share: only floods are stopped here. */
const PER_ADDRESS: Budget = { name: 'stated-code.ip', points: 120, seconds: 300 };

const OPERATIONS = { LOG_IN: 'requestLogInCode', PASSWORD_RESET: 'requestPasswordCode' } as const;
const MESSAGES: Readonly<Record<StatedPurpose, { purpose: string; text: ProfileTextKey }>> = {
  LOG_IN: { purpose: 'LOG_IN_CODE', text: 'sms.logInCode' },
  PASSWORD_RESET: { purpose: 'PASSWORD_CODE', text: 'sms.passwordCode' },
};

/** Looks codes up for whoever asked. */
const SENDER = systemActor('stated-codes');

interface Addressee extends StatedOwner {
  readonly accountId: string;
  /** Of whoever asked: that is who waits for the message. */
  readonly language: Language;
}

/**
 * Codes for people who state the ID number and phone of their account (manual chapter 2). The
 * request does the same work for everybody; whether number and phone belong together is looked up
 * after it was answered, so neither words nor time tell anybody (security.md §1.3 item 7, §1.4).
 */
@Injectable()
export class StatedCodesService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly handlers: OutboxHandlers,
    private readonly limits: RateLimits,
    private readonly humanCheck: HumanCheck,
    private readonly accounts: Accounts,
    private readonly codes: PhoneCodes,
    private readonly budgets: SmsBudgets,
    private readonly messages: SmsMessages,
    private readonly reader: PersonReader,
    private readonly cells: PersonCells,
  ) {}

  onModuleInit(): void {
    this.handlers.register(TOPIC, ({ id, language }) =>
      this.answer(String(id), language === 'en' ? 'en' : 'zh-CN'),
    );
  }

  /** Idempotent by nature: a repetition within a minute is told to wait. */
  async request(
    { actor }: RequestContext,
    purpose: StatedPurpose,
    { idNumber: typed, phone: dialled, humanCheck }: StatedOwnerInput,
  ): Promise<CodeRequested | InvalidInputError | RateLimitedError | RefusedError> {
    const crowded = await this.limits.use(PER_ADDRESS, actor.request.ip);
    if (crowded > 0) return rateLimited(actor, crowded);
    if (!(await this.humanCheck.verify(humanCheck))) return refuse(actor, 'CAPTCHA_INVALID');
    const idNumber = normaliseIdNumber(typed);
    const phone = normalisePhone(dialled);
    const wrongs = wrongsOf(idNumber, phone);
    if (wrongs.length > 0) return invalidFields(actor, wrongs);
    const subject = `${idNumber}.${phone}`;
    const wait = await this.waitOf(purpose, subject);
    if (wait > 0) return rateLimited(actor, wait);
    const holder = this.codes.newHolder();
    const expiresAt = this.codes.expiry();
    const reserved = await this.transactions.run(
      { actor, operation: OPERATIONS[purpose], idempotencyKey: null, input: null },
      async ({ em, emit }) => {
        const request = { purpose, subject, holder, phone, idNumber, expiresAt };
        const id = await this.codes.reserve(em, request);
        emit(TOPIC, { id, language: actor.request.language }, 'CODES');
        return id;
      },
    );
    if (reserved instanceof UserError) return reserved;
    return new CodeRequested(holder, RESEND_SECONDS, expiresAt);
  }

  private async waitOf(purpose: StatedPurpose, subject: string): Promise<number> {
    const since = await this.codes.secondsSince(purpose, subject);
    if (since !== null && since < RESEND_SECONDS) return RESEND_SECONDS - since;
    return this.budgets.takeStated(`${purpose}.${subject}`);
  }

  /** Sends the code that was asked for, if somebody has this number with this phone. */
  private async answer(id: string, language: Language): Promise<void> {
    const stated = await this.codes.stated(id);
    if (!stated) return;
    const accountId = await this.owner(stated);
    if (accountId === null || !(await this.budgets.takeOwned(stated.phone))) {
      await this.codes.forgetNumber(id);
      return;
    }
    await this.send(id, { ...stated, accountId, language });
  }

  /** The living account with this number and this phone; passports of two countries may share a number. */
  private async owner({ idNumber, phone }: StatedOwner): Promise<string | null> {
    const phoneIndex = this.cells.phoneIndex(phone);
    for (const { id } of await this.accounts.candidatesByNumber(idNumber)) {
      if ((await this.reader.row(id)).phoneIndex === phoneIndex) return id;
    }
    return null;
  }

  private async send(id: string, addressee: Addressee): Promise<void> {
    const { accountId, phone, expiresAt, language } = addressee;
    const message = addressee.purpose === 'LOG_IN' ? MESSAGES.LOG_IN : MESSAGES.PASSWORD_RESET;
    await this.transactions.run(
      { actor: SENDER, operation: 'sendPhoneCode', idempotencyKey: null, input: null },
      async (tx) => {
        const code = await this.codes.answer(tx.em, id, { accountId, phone });
        if (code === null) return accountId;
        const params = { code, minutes: String(CODE_MINUTES) };
        const body = profileText(language, message.text, params);
        const { purpose: kind } = message;
        await this.messages.queue(tx, { purpose: kind, phone, body, params, goodUntil: expiresAt });
        return accountId;
      },
    );
  }
}

function wrongsOf(idNumber: string, phone: string): Wrong[] {
  return [
    ...(idNumber === '' ? [{ path: 'idNumber', key: 'problem.idNumber.EMPTY' }] : []),
    ...(isMobilePhone(phone)
      ? []
      : [{ path: 'phone', key: phone === '' ? 'problem.required' : 'problem.phone' }]),
  ];
}

import { Injectable } from '@nestjs/common';
import { UploadSessions } from '../../attachments/handoff/upload-sessions.js';
import { StoredFiles } from '../../attachments/stored-files.js';
import { Passwords } from '../../auth/logging-in/passwords.js';
import { SessionGrants } from '../../auth/sessions/session-grants.js';
import type { Session } from '../../auth/sessions/session.type.js';
import { Sessions } from '../../auth/sessions/sessions.js';
import { Clock } from '../../platform/clock/clock.js';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { Transactions, type Tx } from '../../platform/database/transactions.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { RateLimitedError, RefusedError, UserError } from '../../platform/graphql/user-error.js';
import type { InvalidInputError } from '../../platform/graphql/user-error.js';
import { refuse, say } from '../../platform/i18n/refuse.js';
import { invalidFields, profileText } from '../profile-texts.js';
import { People } from '../person/people.js';
import { SharedPhones } from '../phone/shared-phones.js';
import { PRIVACY_NOTICE_VERSION } from './consent-terms.js';
import { RegistrationBudgets } from './registration-budgets.js';
import { RegistrationCheck, type CompleteRegistration } from './registration-check.js';
import { RegistrationCookie } from './registration-cookie.js';
import { RegistrationNotices } from './registration-notices.js';
import { RegistrationSessionEntity } from './registration-session.entity.js';
import { RegistrationSessions } from './registration-sessions.js';
import type { RegisterInput } from './registration.inputs.js';
import { IdAlreadyRegisteredError } from './registration.type.js';

type Refusal = IdAlreadyRegisteredError | InvalidInputError | RefusedError;

/**
 * Makes a finished registration an account (manual chapter 1). Whether a document is registered
 * already is told here and nowhere else, after everything else was right and within budgets
 * (security.md §1.3); the unique key on the document's blind index is the truth.
 */
@Injectable()
export class RegisteringService {
  constructor(
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly transactions: Transactions,
    private readonly files: StoredFiles,
    private readonly uploads: UploadSessions,
    private readonly passwords: Passwords,
    private readonly logIns: Sessions,
    private readonly grants: SessionGrants,
    private readonly registrations: RegistrationSessions,
    private readonly cookie: RegistrationCookie,
    private readonly check: RegistrationCheck,
    private readonly budgets: RegistrationBudgets,
    private readonly people: People,
    private readonly phones: SharedPhones,
    private readonly notices: RegistrationNotices,
  ) {}

  async register(
    context: RequestContext,
    input: RegisterInput,
  ): Promise<Session | Refusal | RateLimitedError> {
    const { actor } = context;
    const { language } = actor.request;
    const registration = await this.registrations.find(context);
    if (!registration) {
      return new RefusedError('UNAUTHENTICATED', profileText(language, 'registration.noSession'));
    }
    const complete = await this.check.complete(registration, input);
    if (Array.isArray(complete)) return invalidFields(actor, complete);
    const { phone, idNumber } = complete.person;
    const { ip: address } = actor.request;
    const wait = await this.budgets.take({
      registrationId: registration.id,
      phone,
      idNumber,
      address,
    });
    if (wait > 0) {
      return new RateLimitedError(profileText(language, 'registration.tooManyNumbers'), wait);
    }
    // Before the uniqueness check, so that both outcomes take as long.
    const passwordHash = await this.passwords.hash('CANDIDATE', input.password);
    const created = await this.create(context, registration.id, complete, passwordHash, input);
    if (created instanceof IdAlreadyRegisteredError) {
      await this.notices.warnOwner(actor, complete.person);
    }
    if (created instanceof UserError) return created;
    this.cookie.clear(context.reply);
    return this.signIn(context, created);
  }

  private async create(
    context: RequestContext,
    id: string,
    { person, photoId }: CompleteRegistration,
    passwordHash: string,
    input: RegisterInput,
  ): Promise<string | Refusal> {
    const { actor } = context;
    const phoneLimit = await this.phones.limit();
    return this.transactions.run<Refusal>(
      {
        actor: { ...actor, id },
        operation: 'register',
        idempotencyKey: input.idempotencyKey,
        // A keyed hash: the stored one of the plain input would let its password be tried out.
        input: this.cipher.blindIndex('register.input', JSON.stringify(input)),
      },
      async (tx) => {
        if (!(await this.claim(tx, id))) return refuse(actor, 'STATE_INVALID');
        await this.uploads.endMine(tx.em, context);
        const full = await this.phones.full(tx.em, person.phone, phoneLimit);
        if (full) return invalidFields(actor, [full]);
        const noticeVersion = PRIVACY_NOTICE_VERSION;
        const candidate = { id, person, passwordHash, photoId, noticeVersion };
        if (!(await this.people.create(tx.em, candidate))) {
          return new IdAlreadyRegisteredError(say(actor, 'error.ID_ALREADY_REGISTERED'));
        }
        await this.files.keep(tx.em, photoId);
        await this.notices.welcome(tx, actor, id, person.phone);
        return id;
      },
    );
  }

  /** Only one request makes this registration an account; its draft is not needed any more then. */
  private async claim({ em }: Tx, id: string): Promise<boolean> {
    const row = await em.findOne(RegistrationSessionEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!row || row.completedAt !== null || row.phoneVerifiedAt === null) return false;
    const completedAt = this.clock.now();
    await em.update(RegistrationSessionEntity, { id }, { completedAt, fieldsEnc: null });
    return true;
  }

  private async signIn(
    context: RequestContext,
    accountId: string,
  ): Promise<Session | RefusedError> {
    const started = await this.transactions.run(
      {
        actor: { ...context.actor, kind: 'account', id: accountId },
        operation: 'logIn',
        idempotencyKey: null,
        input: null,
      },
      ({ em }) => this.logIns.start(em, accountId, context.actor.request),
    );
    return started instanceof UserError ? started : this.grants.grant(context, started);
  }
}

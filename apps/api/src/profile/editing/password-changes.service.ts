import { Injectable } from '@nestjs/common';
import { AccountKeys } from '../../auth/accounts/account-keys.js';
import { Accounts } from '../../auth/accounts/accounts.js';
import { LogInThrottle } from '../../auth/logging-in/log-in-throttle.js';
import { PasswordPolicy } from '../../auth/logging-in/password-policy.js';
import { Passwords } from '../../auth/logging-in/passwords.js';
import { PhoneCodes } from '../../auth/logging-in/phone-codes.js';
import { Done } from '../../auth/sessions/session.type.js';
import { Sessions } from '../../auth/sessions/sessions.js';
import type { Actor } from '../../platform/access/actor.js';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { Transactions, type Tx } from '../../platform/database/transactions.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import {
  InvalidInputError,
  RateLimitedError,
  UserError,
  type RefusedError,
} from '../../platform/graphql/user-error.js';
import { rateLimited, refuse } from '../../platform/i18n/refuse.js';
import { invalidFields, type Wrong } from '../profile-texts.js';
import { PersonReader } from '../person/person-reader.js';
import { CodeTries } from '../phone/code-tries.js';
import type { ResetPasswordInput } from '../phone/phone-access.inputs.js';
import { AccountNotices } from './account-notices.js';
import type { ChangePasswordInput } from './account.inputs.js';
import { OwnPassword } from './own-password.js';

type Refusal = InvalidInputError | RateLimitedError | RefusedError;

/** New passwords: by the old one (manual chapter 3), or by a code when it is forgotten. Other sessions end. */
@Injectable()
export class PasswordChangesService {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly transactions: Transactions,
    private readonly own: OwnPassword,
    private readonly tries: CodeTries,
    private readonly codes: PhoneCodes,
    private readonly accounts: Accounts,
    private readonly keys: AccountKeys,
    private readonly throttle: LogInThrottle,
    private readonly policy: PasswordPolicy,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly reader: PersonReader,
    private readonly notices: AccountNotices,
  ) {}

  async change(actor: Actor, input: ChangePasswordInput): Promise<Done | Refusal> {
    const changed = await this.transactions.run<Refusal>(
      {
        actor,
        operation: 'changePassword',
        idempotencyKey: input.idempotencyKey,
        // A keyed hash: the stored one of the plain input would let its passwords be tried out.
        input: this.cipher.blindIndex('changePassword.input', JSON.stringify(input)),
      },
      async (tx) => {
        await this.accounts.lock(tx.em, actor.id);
        // Inside, so that a repeated request is answered by its key and not by the password it changed.
        const wrong = await this.own.refusal(actor, input.currentPassword, 'currentPassword');
        if (wrong) return wrong;
        const problem = await this.changeProblem(actor.id, input);
        if (problem) return invalidFields(actor, [{ path: 'newPassword', ...problem }]);
        await this.replace(tx, actor.id, input.newPassword, actor.sessionId);
        return actor.id;
      },
    );
    return changed instanceof UserError ? changed : new Done();
  }

  /** What is wrong with a password whoever owns it is told before the code is looked at; the rest after. */
  async reset({ actor }: RequestContext, input: ResetPasswordInput): Promise<Done | Refusal> {
    const wait = await this.tries.wait(actor);
    if (wait > 0) return rateLimited(actor, wait);
    const anybodys = await this.policy.problem(input.password, NOBODY);
    if (anybodys) return invalidFields(actor, [{ path: 'password', ...anybodys }]);
    const taken = await this.codes.take('PASSWORD_RESET', input.challenge);
    if (!taken) return refuse(actor, 'CODE_INVALID');
    const { accountId } = taken;
    const done = await this.transactions.run<Refusal>(
      {
        actor: accountId === null ? actor : { ...actor, kind: 'account', id: accountId },
        operation: 'resetPassword',
        idempotencyKey: null,
        input: null,
      },
      async (tx) => {
        const isRight = await this.codes.spend(tx.em, taken, input.code);
        if (!isRight || accountId === null || !(await this.accounts.isActive(tx.em, accountId))) {
          return refuse(actor, 'CODE_INVALID');
        }
        const problem = await this.problem(accountId, input.password);
        if (problem) return invalidFields(actor, [{ path: 'password', ...problem }]);
        await this.replace(tx, accountId, input.password, null);
        return accountId;
      },
    );
    if (!(done instanceof UserError)) return this.afterReset(done);
    if (done instanceof InvalidInputError) await this.codes.giveBack(taken);
    else await this.tries.failed(actor, 'resetPassword', taken.id);
    return done;
  }

  private async replace(
    tx: Tx,
    accountId: string,
    password: string,
    keep: string | null,
  ): Promise<void> {
    const passwordHash = await this.passwords.hash('CANDIDATE', password);
    await this.accounts.setPassword(tx.em, accountId, passwordHash);
    const ended = await this.sessions.endOthers(tx.em, { accountId, keep }, 'PASSWORD_CHANGED');
    tx.note({ sessionsEnded: ended });
    await this.notices.passwordChanged(tx, accountId);
  }

  /** Failures before it were forgetting, not guessing: the way to the log-in is free again. */
  private async afterReset(accountId: string): Promise<Done> {
    const { idNumber } = await this.accounts.identity(accountId);
    await this.throttle.succeeded(this.keys.throttleSubject(idNumber));
    return new Done();
  }

  private changeProblem(
    accountId: string,
    { currentPassword, newPassword }: ChangePasswordInput,
  ): Promise<Omit<Wrong, 'path'> | null> {
    const isSame = currentPassword.normalize('NFKC') === newPassword.normalize('NFKC');
    if (isSame) return Promise.resolve({ key: 'password.same' });
    return this.problem(accountId, newPassword);
  }

  private async problem(accountId: string, password: string): Promise<Omit<Wrong, 'path'> | null> {
    const person = await this.reader.snapshot(accountId);
    return this.policy.problem(password, {
      kind: 'CANDIDATE',
      numbers: [person.idNumber, person.birthDate, person.phone],
      words: [person.name, person.employer, person.email ?? ''],
    });
  }
}

/** Somebody nothing is known about. */
const NOBODY = { kind: 'CANDIDATE', numbers: [], words: [] } as const;

import { Injectable } from '@nestjs/common';
import { normaliseIdNumber } from '@kaopu/domain';
import type { Actor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/database/audit-log.js';
import { Transactions } from '../../platform/database/transactions.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { RefusedError, UserError } from '../../platform/graphql/user-error.js';
import type { InvalidInputError, RateLimitedError } from '../../platform/graphql/user-error.js';
import { invalid, rateLimited, refuse } from '../../platform/i18n/refuse.js';
import { RateLimits, type Budget } from '../../platform/limits/rate-limits.js';
import { AccountKeys } from '../accounts/account-keys.js';
import type { AccountEntity, AccountKind } from '../accounts/account.entity.js';
import { Accounts, normaliseLogInName } from '../accounts/accounts.js';
import { HumanCheck } from '../human-check/human-check.js';
import { SessionGrants } from '../sessions/session-grants.js';
import type { SecondFactorRequired, Session } from '../sessions/session.type.js';
import { Sessions } from '../sessions/sessions.js';
import type { LogInInput, LogInStaffInput } from './auth.inputs.js';
import { authText, type AuthTextKey } from './auth-texts.js';
import { LogInThrottle } from './log-in-throttle.js';
import { Passwords } from './passwords.js';
import { SecondFactors } from './second-factors.js';

/** Per address, which a whole exam site may share: only floods are stopped here. */
const PER_ADDRESS: Budget = { name: 'log-in.ip', points: 300, seconds: 300 };

/** One attempt, before anything is known about it. */
interface Attempt {
  readonly kind: AccountKind;
  readonly typed: string;
  readonly password: string;
  readonly humanCheck: LogInInput['humanCheck'];
  readonly candidates: () => Promise<AccountEntity[]>;
  readonly wrongKey: AuthTextKey;
}

/** Log-in by password. An unknown account and a wrong password are answered alike, in text and time. */
@Injectable()
export class LogInService {
  constructor(
    private readonly audit: AuditLog,
    private readonly transactions: Transactions,
    private readonly limits: RateLimits,
    private readonly accounts: Accounts,
    private readonly keys: AccountKeys,
    private readonly humanCheck: HumanCheck,
    private readonly passwords: Passwords,
    private readonly throttle: LogInThrottle,
    private readonly sessions: Sessions,
    private readonly grants: SessionGrants,
    private readonly secondFactors: SecondFactors,
  ) {}

  async logIn(
    context: RequestContext,
    { idNumber, password, humanCheck }: LogInInput,
  ): Promise<Session | InvalidInputError | RateLimitedError | RefusedError> {
    const { actor } = context;
    if (normaliseIdNumber(idNumber) === '') {
      return invalid(actor, [{ path: 'idNumber', key: 'problem.idNumber.EMPTY' }]);
    }
    const account = await this.check(actor, {
      kind: 'CANDIDATE',
      typed: idNumber,
      password,
      humanCheck,
      candidates: () => this.accounts.candidatesByNumber(idNumber),
      wrongKey: 'logIn.wrong',
    });
    if (account instanceof UserError) return account;
    const started = await this.transactions.run(
      {
        actor: { ...actor, kind: 'account', id: account.id },
        operation: 'logIn',
        idempotencyKey: null,
        input: null,
      },
      ({ em }) => this.sessions.start(em, account.id, actor.request),
    );
    return started instanceof UserError ? started : this.grants.grant(context, started);
  }

  /** Staff never get a session by password alone. */
  async logInStaff(
    { actor }: RequestContext,
    { loginName, password, humanCheck }: LogInStaffInput,
  ): Promise<SecondFactorRequired | RateLimitedError | RefusedError> {
    const account = await this.check(actor, {
      kind: 'STAFF',
      typed: `staff ${normaliseLogInName(loginName)}`,
      password,
      humanCheck,
      candidates: async () => {
        const found = await this.accounts.staffByName(loginName);
        return found ? [found] : [];
      },
      wrongKey: 'logIn.wrongStaff',
    });
    return account instanceof UserError ? account : this.secondFactors.challenge(account);
  }

  private async check(
    actor: Actor,
    attempt: Attempt,
  ): Promise<AccountEntity | RateLimitedError | RefusedError> {
    const crowded = await this.limits.use(PER_ADDRESS, actor.request.ip);
    if (crowded > 0) return rateLimited(actor, crowded);
    if (!(await this.humanCheck.verify(attempt.humanCheck)))
      return refuse(actor, 'CAPTCHA_INVALID');
    const subject = this.keys.throttleSubject(attempt.typed);
    const wait = await this.throttle.attempt(subject);
    if (wait > 0) return rateLimited(actor, wait);
    const account = await this.matching(attempt);
    if (account) {
      await this.throttle.succeeded(subject);
      return account;
    }
    const { kind } = attempt;
    await this.audit.record(actor, 'logInRefused', { subjectId: subject, details: { kind } });
    return new RefusedError('UNAUTHENTICATED', authText(actor.request.language, attempt.wrongKey));
  }

  private async matching({ kind, password, candidates }: Attempt): Promise<AccountEntity | null> {
    const [first, ...others] = await candidates();
    if (await this.passwords.matches(kind, first?.passwordHash ?? null, password)) {
      return first ?? null;
    }
    for (const other of others) {
      if (await this.passwords.matches(kind, other.passwordHash, password)) return other;
    }
    return null;
  }
}

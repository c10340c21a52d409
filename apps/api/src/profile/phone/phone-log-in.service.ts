import { Injectable } from '@nestjs/common';
import { PhoneCodes } from '../../auth/logging-in/phone-codes.js';
import { SessionGrants } from '../../auth/sessions/session-grants.js';
import type { Session } from '../../auth/sessions/session.type.js';
import { Sessions } from '../../auth/sessions/sessions.js';
import { Transactions } from '../../platform/database/transactions.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import {
  UserError,
  type RateLimitedError,
  type RefusedError,
} from '../../platform/graphql/user-error.js';
import { rateLimited, refuse } from '../../platform/i18n/refuse.js';
import { CodeTries } from './code-tries.js';
import type { LogInByCodeInput } from './phone-access.inputs.js';

/** 手机动态密码登录: the code of a message instead of the password (manual chapter 2). */
@Injectable()
export class PhoneLogInService {
  constructor(
    private readonly transactions: Transactions,
    private readonly tries: CodeTries,
    private readonly codes: PhoneCodes,
    private readonly sessions: Sessions,
    private readonly grants: SessionGrants,
  ) {}

  /** A wrong code, and one that was never sent because nobody has that number and phone, are answered alike. */
  async logIn(
    context: RequestContext,
    { challenge, code }: LogInByCodeInput,
  ): Promise<Session | RateLimitedError | RefusedError> {
    const { actor } = context;
    const wait = await this.tries.wait(actor);
    if (wait > 0) return rateLimited(actor, wait);
    const taken = await this.codes.take('LOG_IN', challenge);
    if (!taken) return refuse(actor, 'CODE_INVALID');
    const account = taken.accountId;
    const started = await this.transactions.run(
      {
        actor: account === null ? actor : { ...actor, kind: 'account', id: account },
        operation: 'logInByCode',
        idempotencyKey: null,
        input: null,
      },
      async ({ em }) => {
        const isRight = await this.codes.spend(em, taken, code);
        if (!isRight || account === null) return refuse(actor, 'CODE_INVALID');
        const session = await this.sessions.startIfActive(em, account, actor.request);
        return session ?? refuse(actor, 'CODE_INVALID');
      },
    );
    if (!(started instanceof UserError)) return this.grants.grant(context, started);
    await this.tries.failed(actor, 'logInByCode', taken.id);
    return started;
  }
}

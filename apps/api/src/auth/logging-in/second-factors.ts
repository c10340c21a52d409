import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan, MoreThan, Or, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { Transactions } from '../../platform/database/transactions.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import {
  RefusedError,
  UserError,
  type RateLimitedError,
} from '../../platform/graphql/user-error.js';
import { rateLimited } from '../../platform/i18n/refuse.js';
import { AccountCells } from '../accounts/account-cells.js';
import { AccountEntity } from '../accounts/account.entity.js';
import { SessionGrants } from '../sessions/session-grants.js';
import { SecondFactorRequired, type Session } from '../sessions/session.type.js';
import { Sessions } from '../sessions/sessions.js';
import type { ConfirmSecondFactorInput } from './auth.inputs.js';
import { authText, type AuthTextKey } from './auth-texts.js';
import { LogInThrottle } from './log-in-throttle.js';
import { OneTimeCodes } from './one-time-codes.js';
import { SecondFactorChallengeEntity } from './second-factor-challenge.entity.js';

const LIFE_MILLISECONDS = 5 * 60 * 1000;
const MAX_TRIES = 5;

/** The second step of a staff log-in: a one-time code, each taken once (GB/T 22239 L3, P11). */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly transactions: Transactions,
    private readonly cells: AccountCells,
    private readonly codes: OneTimeCodes,
    private readonly throttle: LogInThrottle,
    private readonly sessions: Sessions,
    private readonly grants: SessionGrants,
  ) {}

  /** An account without an authenticator is offered a secret, kept only once a code proves it. */
  async challenge(account: AccountEntity): Promise<SecondFactorRequired> {
    const token = randomBytes(32).toString('base64url');
    const secret = account.totpSecretEnc === null ? this.codes.newSecret() : null;
    await this.dataSource.manager.insert(SecondFactorChallengeEntity, {
      id: uuid(),
      accountId: account.id,
      tokenIndex: this.index(token),
      totpSecretEnc:
        secret === null ? null : this.cells.seal(account.id, 'totp_secret_enc', secret),
      tries: 0,
      expiresAt: new Date(this.clock.now().getTime() + LIFE_MILLISECONDS),
    });
    const uri = secret === null ? null : this.codes.enrolmentUri(secret, account.logInName ?? '');
    return new SecondFactorRequired(token, uri);
  }

  async confirm(
    context: RequestContext,
    { challenge: token, code }: ConfirmSecondFactorInput,
  ): Promise<Session | RateLimitedError | RefusedError> {
    const { actor } = context;
    const challenge = await this.take(token);
    if (!challenge) return this.refusal(actor, 'secondFactor.expired');
    const subject = this.cipher.blindIndex('account.throttle.code', challenge.accountId);
    const wait = await this.throttle.attempt(subject);
    if (wait > 0) return rateLimited(actor, wait);
    const started = await this.transactions.run(
      {
        actor: { ...actor, kind: 'account', id: challenge.accountId },
        operation: 'confirmSecondFactor',
        idempotencyKey: null,
        input: null,
      },
      async ({ em }) =>
        (await this.spend(em, challenge, code))
          ? this.sessions.start(em, challenge.accountId, actor.request)
          : this.refusal(actor, 'secondFactor.wrong'),
    );
    if (started instanceof UserError) return started;
    await this.throttle.succeeded(subject);
    return this.grants.grant(context, started);
  }

  /** Uses up one of the challenge's tries. */
  private async take(token: string): Promise<SecondFactorChallengeEntity | null> {
    const { manager } = this.dataSource;
    const tokenIndex = this.index(token);
    const usable = {
      tokenIndex,
      usedAt: IsNull(),
      expiresAt: MoreThan(this.clock.now()),
      tries: LessThan(MAX_TRIES),
    };
    const taken = await manager.increment(SecondFactorChallengeEntity, usable, 'tries', 1);
    if (taken.affected !== 1) return null;
    return manager.findOneBy(SecondFactorChallengeEntity, { tokenIndex });
  }

  /** @returns false for a wrong or spent code, or a challenge another request was faster with. */
  private async spend(
    em: EntityManager,
    challenge: SecondFactorChallengeEntity,
    code: string,
  ): Promise<boolean> {
    const account = await em.findOne(AccountEntity, {
      where: { id: challenge.accountId, status: 'ACTIVE' },
      lock: { mode: 'pessimistic_write' },
    });
    const secretEnc = account?.totpSecretEnc ?? challenge.totpSecretEnc;
    if (!account || !secretEnc) return false;
    const step = this.codes.step(this.cells.open(account.id, 'totp_secret_enc', secretEnc), code);
    if (step === null) return false;
    const moved = await em.update(
      AccountEntity,
      { id: account.id, totpLastStep: Or(IsNull(), LessThan(step)) },
      { totpLastStep: step, totpSecretEnc: secretEnc },
    );
    const used = await em.update(
      SecondFactorChallengeEntity,
      { id: challenge.id, usedAt: IsNull() },
      { usedAt: this.clock.now() },
    );
    return moved.affected === 1 && used.affected === 1;
  }

  private index(token: string): string {
    return this.cipher.blindIndex('secondFactor.token', token);
  }

  private refusal({ request }: Actor, key: AuthTextKey): RefusedError {
    return new RefusedError('CODE_INVALID', authText(request.language, key));
  }
}

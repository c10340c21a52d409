import { Injectable } from '@nestjs/common';
import { Accounts } from '../../auth/accounts/accounts.js';
import { LogInThrottle } from '../../auth/logging-in/log-in-throttle.js';
import { Passwords } from '../../auth/logging-in/passwords.js';
import type { Actor } from '../../platform/access/actor.js';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { InvalidInputError, RateLimitedError } from '../../platform/graphql/user-error.js';
import { rateLimited } from '../../platform/i18n/refuse.js';
import { invalidFields } from '../profile-texts.js';

/**
 * Asks the signed-in person for their password once more before something weighty. As slow to
 * guess as at the log-in, because whoever holds a session is not always its owner (security.md T3, T10).
 */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly throttle: LogInThrottle,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
  ) {}

  /** @param path the input's field. @returns null when it is right. */
  async refusal(
    actor: Actor,
    password: string,
    path: string,
  ): Promise<InvalidInputError | RateLimitedError | null> {
    const subject = this.cipher.blindIndex('account.throttle.own', actor.id);
    const wait = await this.throttle.attempt(subject);
    if (wait > 0) return rateLimited(actor, wait);
    const stored = await this.accounts.passwordHash(actor.id);
    if (!(await this.passwords.matches('CANDIDATE', stored, password))) {
      return invalidFields(actor, [{ path, key: 'password.currentWrong' }]);
    }
    await this.throttle.succeeded(subject);
    return null;
  }
}

import { createHmac, randomBytes, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { SETTINGS, type Settings } from '../../platform/config/settings.js';
import { secretKey } from '../../platform/crypto/secret-key.js';
import { LimitedConcurrency } from '../../platform/limits/limited-concurrency.js';
import type { AccountKind } from '../accounts/account.entity.js';

/** argon2id; memory in KiB. Measured 12 ms and 75 ms of CPU (security.md §4). */
const COST = {
  CANDIDATE: { memoryCost: 19_456, timeCost: 2, parallelism: 1 },
  STAFF: { memoryCost: 65_536, timeCost: 3, parallelism: 1 },
} as const;

/** Each hash needs up to 64 MiB; more at once would only take the memory of everybody else. */
const AT_ONCE = 4;

/** Hashes and checks passwords; never keeps or logs one. */
@Injectable()
export class Passwords {
  private readonly pepper: KeyObject;
  private readonly slots = new LimitedConcurrency(AT_ONCE);
  private readonly dummies = new Map<AccountKind, Promise<string>>();

  constructor(@Inject(SETTINGS) { secrets }: Settings) {
    this.pepper = secretKey(secrets.passwordPepper);
  }

  hash(kind: AccountKind, password: string): Promise<string> {
    return this.slots.run(() => hash(this.peppered(password), COST[kind]));
  }

  /**
   * Takes as long for an account that does not exist (`null`) as for a wrong password, so that the
   * time tells nobody which it was (security.md §1.3 item 7).
   */
  async matches(kind: AccountKind, stored: string | null, password: string): Promise<boolean> {
    const against = stored ?? (await this.dummy(kind));
    const isMatch = await this.slots.run(() => verify(against, this.peppered(password)));
    return isMatch && stored !== null;
  }

  private dummy(kind: AccountKind): Promise<string> {
    const known = this.dummies.get(kind) ?? this.hash(kind, randomBytes(16).toString('hex'));
    this.dummies.set(kind, known);
    return known;
  }

  /** Base64, as argon2's `verify` takes text only. */
  private peppered(password: string): string {
    return createHmac('sha256', this.pepper).update(password.normalize('NFKC')).digest('base64');
  }
}

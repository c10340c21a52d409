import { Injectable } from '@nestjs/common';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { AccountKind } from '../accounts/account.entity.js';
import type { AuthTextKey } from './auth-texts.js';

/** Characters. Candidates: domain.md §13; staff: security.md §2.1 (ASVS, single profile). */
const MIN_LENGTH = { CANDIDATE: 10, STAFF: 15 } as const;
const MAX_LENGTH = 128;
/** zxcvbn's 0–4; 3 withstands guessing against a stolen, slowly hashed list. */
const MIN_SCORE = 3;
/** An owner's digits are guessed in runs as short as a birthday without its year's century. */
const OWN_DIGITS = 6;

/** What the guesser knows about the owner. */
export interface PasswordOwner {
  readonly kind: AccountKind;
  /** ID number, birth date as digits, phone: no run of six of their digits may occur. */
  readonly numbers: readonly string[];
  /** Name, employer, log-in name. */
  readonly words: readonly string[];
}

export interface PasswordProblem {
  readonly key: AuthTextKey;
  readonly params: Readonly<Record<string, number>>;
}

const PRODUCT_WORDS = ['kaopu', '考谱', 'kaoshi', 'zhengshu', 'mima', 'tezhong', 'shebei'];

/** Says what is wrong with a new password: length and guessability, no composition rules. */
@Injectable()
export class PasswordPolicy {
  private estimator: Promise<ZxcvbnFactory> | undefined;

  /** @returns null for a password that may be used. */
  async problem(password: string, owner: PasswordOwner): Promise<PasswordProblem | null> {
    const { length } = Array.from(password);
    const min = MIN_LENGTH[owner.kind];
    if (length < min) return { key: 'password.tooShort', params: { min } };
    if (length > MAX_LENGTH) return { key: 'password.tooLong', params: { max: MAX_LENGTH } };
    if (owner.numbers.some((number) => sharesDigits(password, number))) {
      return { key: 'password.idDigits', params: {} };
    }
    const known = [...owner.words, ...owner.numbers, ...PRODUCT_WORDS].filter(
      (word) => word !== '',
    );
    const { score } = (await this.loaded()).check(password, known);
    return score < MIN_SCORE ? { key: 'password.guessable', params: {} } : null;
  }

  /** Read with the first password: the lists of common ones are dear in memory. */
  private loaded(): Promise<ZxcvbnFactory> {
    this.estimator ??= Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
    ]).then(
      ([{ ZxcvbnFactory: Estimator }, { adjacencyGraphs, dictionary }]) =>
        new Estimator({ dictionary, graphs: adjacencyGraphs }),
    );
    return this.estimator;
  }
}

function sharesDigits(password: string, number: string): boolean {
  const digits = number.replace(/\D/g, '');
  for (let start = 0; start + OWN_DIGITS <= digits.length; start++) {
    if (password.includes(digits.slice(start, start + OWN_DIGITS))) return true;
  }
  return false;
}

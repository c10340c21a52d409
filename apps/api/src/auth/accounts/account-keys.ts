import { Injectable } from '@nestjs/common';
import { DICTIONARIES, canonicalIdKey, normaliseIdNumber, type IdType } from '@kaopu/domain';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';

const ANY_COUNTRY = 'ANY';

const numberPart = (key: string): string => key.slice(key.lastIndexOf(':') + 1);

/** Turns ID numbers into the keyed hashes they are found by; the number itself is never searched. */
@Injectable()
export class AccountKeys {
  constructor(private readonly cipher: FieldCipher) {}

  /** One per person and document: type, number, and a passport's country (domain.md §14). */
  idKeyIndex(type: IdType, number: string, country: string | null): string {
    return this.cipher.blindIndex(
      'account.idKey',
      canonicalIdKey(type, number, country ?? undefined),
    );
  }

  logInIndex(type: IdType, number: string): string {
    return this.number(numberPart(canonicalIdKey(type, number, ANY_COUNTRY)));
  }

  /** What a typed number may stand for, as the log-in does not ask for the type. */
  logInIndexes(typed: string): string[] {
    const numbers = DICTIONARIES.idType.map((type) =>
      numberPart(canonicalIdKey(type, typed, ANY_COUNTRY)),
    );
    return [...new Set(numbers)].map((number) => this.number(number));
  }

  /** Counts attempts on a number or name, whether or not an account has it. */
  throttleSubject(typed: string): string {
    return this.cipher.blindIndex('account.throttle', normaliseIdNumber(typed));
  }

  private number(number: string): string {
    return this.cipher.blindIndex('account.logIn', number);
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { networkOf } from '../../platform/http/network.js';

const DAY_SECONDS = 24 * 60 * 60;

/**
 * Different ID numbers within 24 hours. A network is a whole exam site's, or thousands of phones behind
 * one provider's gateway: there only a flood is stopped.
 */
const MAX_NUMBERS = { session: 3, phone: 3, network: 600, prefix: 5 } as const;
/** What of a number is left out of its prefix bucket: sequence and check digit. */
const TAIL_LENGTH = 4;

/** One attempt to register a document. */
export interface RegistrationAttempt {
  readonly registrationId: string;
  readonly phone: string;
  readonly idNumber: string;
  /** Where it came from. */
  readonly address: string;
}

/**
 * Keeps the answer "already registered" from being asked for one number after the other
 * (security.md §1.3). Counts different numbers per session, per verified phone, per network and, over
 * everybody, per first 14 digits: whoever knows a person's region and birthday gets 5 of 500 guesses a day.
 */
@Injectable()
export class RegistrationBudgets {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
  ) {}

  /** Counts the attempt. @returns 0, or the seconds to wait, whether or not the number exists. */
  async take(attempt: RegistrationAttempt): Promise<number> {
    const idIndex = this.cipher.blindIndex('registration.probe', attempt.idNumber);
    for (const [bucket, limit] of this.buckets(attempt)) {
      if (!(await this.fits(bucket, idIndex, limit))) return DAY_SECONDS;
    }
    return 0;
  }

  /** That of everybody comes last: what one of the others refuses takes nothing from it. */
  private buckets({
    registrationId,
    phone,
    idNumber,
    address,
  }: RegistrationAttempt): [string, number][] {
    const prefix = idNumber.slice(0, -TAIL_LENGTH);
    return [
      [`session:${registrationId}`, MAX_NUMBERS.session],
      [`phone:${this.key(phone)}`, MAX_NUMBERS.phone],
      [`network:${this.key(networkOf(address))}`, MAX_NUMBERS.network],
      [`prefix:${this.key(prefix)}`, MAX_NUMBERS.prefix],
    ];
  }

  private key(value: string): string {
    return this.cipher.blindIndex('registration.bucket', value);
  }

  /** Written first and counted after, so that attempts at the same moment see one another. */
  private async fits(bucket: string, idIndex: string, limit: number): Promise<boolean> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - DAY_SECONDS * 1000);
    await this.dataSource.query('DELETE FROM registration_probe WHERE tried_at <= ? LIMIT 100', [
      since,
    ]);
    await this.dataSource.query(
      `INSERT INTO registration_probe (bucket, id_index, tried_at) VALUES (?, ?, ?)
       ON DUPLICATE KEY UPDATE tried_at = VALUES(tried_at)`,
      [bucket, idIndex, now],
    );
    const [counted] = await this.dataSource.query<{ numbers: number | string }[]>(
      'SELECT COUNT(*) AS numbers FROM registration_probe WHERE bucket = ? AND tried_at > ?',
      [bucket, since],
    );
    if (Number(counted?.numbers ?? 0) <= limit) return true;
    await this.dataSource.query(
      'DELETE FROM registration_probe WHERE bucket = ? AND id_index = ?',
      [bucket, idIndex],
    );
    return false;
  }
}

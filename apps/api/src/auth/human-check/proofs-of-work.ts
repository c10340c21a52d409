import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { createChallenge, verifySolution, type Challenge, type Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';

/** Long enough to fill in a form first; the work itself takes about 0.6 s (security.md §4). */
const LIFE_SECONDS = 20 * 60;
const ALGORITHM = 'PBKDF2/SHA-256';
const ROUNDS = 5_000;
const MIN_COUNTER = 500;
const MAX_COUNTER = 1_000;

/**
 * Proof of work by ALTCHA: needs no eyes and no ears. The library itself takes a solution any
 * number of times, so every solved challenge is written down here and taken once.
 */
@Injectable()
export class ProofsOfWork {
  private readonly keys;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
  ) {
    this.keys = {
      hmacSignatureSecret: cipher.blindIndex('altcha', 'challenge'),
      hmacKeySignatureSecret: cipher.blindIndex('altcha', 'key'),
    };
  }

  create(): Promise<Challenge> {
    return createChallenge({
      algorithm: ALGORITHM,
      cost: ROUNDS,
      counter: randomInt(MIN_COUNTER, MAX_COUNTER),
      deriveKey,
      // Not the library's own `expiresAt`: that would be judged by the system's time, not our Clock.
      data: { goodUntil: this.seconds() + LIFE_SECONDS },
      ...this.keys,
    });
  }

  /** @param solved base64 JSON as the widget hands it over. */
  async isSolved(solved: string): Promise<boolean> {
    const payload = parse(solved);
    if (!payload || !(await this.isVerified(payload))) return false;
    const goodUntil = Number(payload.challenge.parameters.data?.['goodUntil'] ?? 0);
    return goodUntil > this.seconds() && this.isFirstUse(payload, goodUntil);
  }

  private async isVerified({ challenge, solution }: Payload): Promise<boolean> {
    if (challenge.parameters.algorithm !== ALGORITHM || challenge.parameters.cost !== ROUNDS) {
      return false;
    }
    try {
      const { verified } = await verifySolution({ challenge, solution, deriveKey, ...this.keys });
      return verified;
    } catch {
      return false;
    }
  }

  private async isFirstUse({ challenge }: Payload, goodUntil: number): Promise<boolean> {
    const now = this.clock.now();
    await this.dataSource.query('DELETE FROM proof_of_work_use WHERE expires_at < ? LIMIT 100', [
      now,
    ]);
    try {
      await this.dataSource.query(
        'INSERT INTO proof_of_work_use (challenge_index, expires_at) VALUES (?, ?)',
        [
          this.cipher.blindIndex('altcha.use', challenge.parameters.nonce),
          new Date(goodUntil * 1000),
        ],
      );
      return true;
    } catch (thrown) {
      if (isUniqueViolation(thrown, 'PRIMARY')) return false;
      throw thrown;
    }
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isPayload(value: unknown): value is Payload {
  if (!isRecord(value) || !isRecord(value['challenge']) || !isRecord(value['solution']))
    return false;
  const { parameters, signature } = value['challenge'];
  const { counter, derivedKey } = value['solution'];
  return (
    isRecord(parameters) &&
    typeof parameters['nonce'] === 'string' &&
    typeof signature === 'string' &&
    typeof counter === 'number' &&
    typeof derivedKey === 'string'
  );
}

function parse(solved: string): Payload | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(solved, 'base64').toString('utf8'));
    return isPayload(value) ? value : null;
  } catch {
    return null;
  }
}

import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { describe, expect, it } from 'vitest';

import { DEFAULT_SOLVER } from './proof-of-work.js';

describe('The proof of work', () => {
  it('solves a challenge so that the server accepts it', async () => {
    const hmacSignatureSecret = 'a secret for this test only, long enough';
    const challenge = await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: 10,
      counter: 25,
      deriveKey,
      hmacSignatureSecret,
    });

    const payload = JSON.parse(atob(await DEFAULT_SOLVER(challenge))) as Parameters<
      typeof verifySolution
    >[0];

    const verdict = await verifySolution({ ...payload, deriveKey, hmacSignatureSecret });
    expect(verdict.verified).toBe(true);
  });
});

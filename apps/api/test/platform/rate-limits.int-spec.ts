import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RateLimits, type Budget } from '../../src/platform/limits/rate-limits.js';
import { ApiHarness } from '../support/api-harness.js';

const BUDGET: Budget = { name: 'spec', points: 50, seconds: 86_400 };

describe('A budget', () => {
  let api: ApiHarness;
  let limits: RateLimits;
  beforeAll(async () => {
    api = await ApiHarness.start();
    limits = api.app.get(RateLimits);
  });
  afterAll(() => api.stop());

  it('gives out exactly its points, also to many who come at once', async () => {
    const waits = await Promise.all(
      Array.from({ length: 80 }, () => limits.use(BUDGET, 'together')),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(50);
  });

  it('is counted for each key apart and says how long to wait', async () => {
    const two: Budget = { ...BUDGET, points: 2 };
    const uses = async (key: string): Promise<number> => limits.use(two, key);
    expect([await uses('a'), await uses('a'), await uses('b')]).toEqual([0, 0, 0]);
    expect(await uses('a')).toBeGreaterThan(0);
    expect(await limits.wait(two, 'a')).toBeGreaterThan(0);
    expect(await limits.wait(two, 'b')).toBe(0);
  });

  it('is whole again in the next window', async () => {
    const one: Budget = { ...BUDGET, points: 1 };
    await limits.use(one, 'c');
    const wait = await limits.use(one, 'c');
    api.clock.advance(wait);
    expect(await limits.use(one, 'c')).toBe(0);
  });
});

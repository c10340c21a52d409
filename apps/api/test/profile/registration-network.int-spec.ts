import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RegistrationBudgets } from '../../src/profile/registering/registration-budgets.js';
import { withKnownCaptchas } from '../builders/human-check.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';
import { Registrant } from './registration.js';

const LIMIT = 600;
const AT_ONCE = 20;
const DAY_SECONDS = 24 * 60 * 60;

describe('Registrations from one network', () => {
  let api: ApiHarness;
  let people = 0;
  beforeAll(async () => {
    api = await ApiHarness.start();
    withKnownCaptchas(api);
    await withReferenceData(api);
  });
  afterAll(() => api.stop());

  /** Somebody else each time: another session, phone and number. @returns the seconds to wait. */
  const attempt = (address: string): Promise<number> => {
    const somebody = String(++people).padStart(8, '0');
    return api.app.get(RegistrationBudgets).take({
      registrationId: somebody,
      phone: `137${somebody}`,
      idNumber: `${somebody.split('').reverse().join('')}199001010000`,
      address,
    });
  };

  /** Everybody the day allows. @returns who had to wait all the same. */
  async function spend(address: string): Promise<number[]> {
    const waits: number[] = [];
    while (waits.length < LIMIT) {
      const crowd = Array.from({ length: AT_ONCE }, () => attempt(address));
      waits.push(...(await Promise.all(crowd)));
    }
    return waits.filter((wait) => wait > 0);
  }

  it('are refused from the 601st number of a day on, like every spent budget', async () => {
    const registrant = await new Registrant(api).prepare();
    expect(await spend('127.0.0.77')).toEqual([]);
    expect(await registrant.register()).toMatchObject({
      __typename: 'RateLimitedError',
      code: 'RATE_LIMITED',
      retryAfterSeconds: DAY_SECONDS,
    });
    expect(await attempt('127.0.0.200')).toBe(DAY_SECONDS);
    expect(await attempt('127.0.1.1')).toBe(0);
    api.clock.advance(DAY_SECONDS);
    const next = await new Registrant(api, registrant.person).prepare();
    expect(await next.register()).toMatchObject({ __typename: 'Session' });
  });
});

import { RegistrationBudgets } from '../../src/profile/registration-budgets.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

  async function spend(address: (index: number) => string): Promise<number[]> {
    const waits: number[] = [];
    for (let index = 0; index < LIMIT; index += AT_ONCE) {
      const crowd = Array.from({ length: AT_ONCE }, (_, one) => attempt(address(index + one)));
      waits.push(...(await Promise.all(crowd)));
    }
    return waits.filter((wait) => wait > 0);
  }

  it('are refused from the 601st number of a day on, like every spent budget', async () => {
    const registrant = await new Registrant(api).prepare();
    expect(await spend(() => '127.0.0.1')).toEqual([]);
    expect(await registrant.register()).toMatchObject({
      __typename: 'RateLimitedError',
      code: 'RATE_LIMITED',
      retryAfterSeconds: DAY_SECONDS,
    });
    api.clock.advance(DAY_SECONDS);
    const next = await new Registrant(api, registrant.person).prepare();
    expect(await next.register()).toMatchObject({ __typename: 'Session' });
  });

  it.each([
    ['IPv4', (host: number) => `198.51.100.${host % 256}`, '198.51.101.1'],
    ['IPv6', (host: number) => `2001:db8:7:1::${host.toString(16)}`, '2001:db8:7:2::1'],
  ])('are counted together, those from the next one apart (%s)', async (_, address, next) => {
    expect(await spend(address)).toEqual([]);
    expect(await attempt(address(1))).toBe(DAY_SECONDS);
    expect(await attempt(next)).toBe(0);
  });
});

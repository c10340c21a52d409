import { ConfirmSecondFactorDocument, LogInStaffDocument, ViewerDocument } from '@kaopu/graphql';
import { TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { STAFF_PASSWORD, TOTP_SECRET, aStaffMember } from '../builders/accounts.js';
import { solvedCaptcha, withKnownCaptchas } from '../builders/human-check.js';
import { withReferenceData } from '../builders/reference-data.js';
import type { ApiClient } from '../support/api-client.js';
import { ApiHarness } from '../support/api-harness.js';

describe('log-in of staff', () => {
  let api: ApiHarness;
  let browser: ApiClient;

  beforeAll(async () => {
    api = await ApiHarness.start();
    withKnownCaptchas(api);
    await withReferenceData(api);
  });
  beforeEach(() => {
    browser = api.browser();
    // Another half minute, another code.
    api.clock.advance(90);
  });
  afterAll(() => api.stop());

  async function passwordStep(loginName: string, password = STAFF_PASSWORD) {
    const humanCheck = await solvedCaptcha(browser);
    const input = { loginName, password, humanCheck };
    return (await browser.send(LogInStaffDocument, { input })).logInStaff;
  }

  async function challengeOf(loginName: string): Promise<string> {
    const step = await passwordStep(loginName);
    if (step.__typename !== 'SecondFactorRequired') throw new Error(step.__typename);
    return step.challenge;
  }

  async function confirm(challenge: string, code: string) {
    const input = { challenge, code };
    return (await browser.send(ConfirmSecondFactorDocument, { input })).confirmSecondFactor;
  }

  const codeAt = (secret = TOTP_SECRET, stepsAgo = 0): string =>
    new TOTP({ secret }).generate({ timestamp: api.clock.now().getTime() - stepsAgo * 30_000 });

  it('needs password and code, and knows institution and roles then', async () => {
    const { loginName } = await aStaffMember(api, ['REVIEWER', 'FORWARDER'], {
      institutionCode: await anyInstitution(),
    });
    const session = await confirm(await challengeOf(loginName.toUpperCase()), codeAt());
    if (session.__typename !== 'Session') throw new Error(session.__typename);
    expect(session.viewer.roles.toSorted()).toEqual(['FORWARDER', 'REVIEWER']);
    expect(session.viewer.institution?.code).toBe(await anyInstitution());
    browser.accessToken = session.accessToken;
    expect((await browser.send(ViewerDocument)).viewer?.displayName).toBe('演示人员');
  });

  it('answers an unknown name and a wrong password with the same bytes', async () => {
    const { loginName } = await aStaffMember(api, ['REVIEWER']);
    const wrong = await passwordStep(loginName, 'not the password');
    const unknown = await passwordStep('nobody-of-this-name');
    expect(JSON.stringify(unknown)).toBe(JSON.stringify(wrong));
    expect(wrong).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('takes a code once, although a new challenge was asked for', async () => {
    const { loginName } = await aStaffMember(api, ['REVIEWER']);
    const code = codeAt();
    expect(await confirm(await challengeOf(loginName), code)).toHaveProperty('accessToken');
    expect(await confirm(await challengeOf(loginName), code)).toMatchObject({
      code: 'CODE_INVALID',
    });
    expect(await confirm(await challengeOf(loginName), codeAt(TOTP_SECRET, 1))).toMatchObject({
      code: 'CODE_INVALID',
    });
    api.clock.advance(30);
    expect(await confirm(await challengeOf(loginName), codeAt())).toHaveProperty('accessToken');
  });

  it('opens one session for one code confirmed by ten requests at once', async () => {
    const { loginName } = await aStaffMember(api, ['REVIEWER']);
    const challenge = await challengeOf(loginName);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => confirm(challenge, codeAt())),
    );
    expect(answers.filter((answer) => answer.__typename === 'Session')).toHaveLength(1);
  });

  it('forgets a challenge after five wrong codes', async () => {
    const { loginName } = await aStaffMember(api, ['REVIEWER']);
    const challenge = await challengeOf(loginName);
    for (let guess = 0; guess < 5; guess++) {
      expect(await confirm(challenge, '000000')).toMatchObject({ code: 'CODE_INVALID' });
    }
    api.clock.advance(60);
    expect(await confirm(challenge, codeAt())).toMatchObject({ code: 'CODE_INVALID' });
  });

  it('forgets a challenge after five minutes', async () => {
    const { loginName } = await aStaffMember(api, ['REVIEWER']);
    const challenge = await challengeOf(loginName);
    api.clock.advance(300);
    expect(await confirm(challenge, codeAt())).toMatchObject({ code: 'CODE_INVALID' });
  });

  it('does not take a challenge as an access token', async () => {
    const { loginName } = await aStaffMember(api, ['REVIEWER']);
    browser.accessToken = await challengeOf(loginName);
    expect((await browser.send(ViewerDocument)).viewer).toBeNull();
  });

  it('lets an account without an authenticator set one up, kept only once confirmed', async () => {
    const { loginName } = await aStaffMember(api, ['AUDITOR'], {}, { totpSecret: null });
    const first = await enrolment(loginName);
    const second = await enrolment(loginName);
    expect(second.secret).not.toBe(first.secret);
    expect(await confirm(second.challenge, codeAt(second.secret))).toHaveProperty('accessToken');
    const third = await passwordStep(loginName);
    expect(third).toMatchObject({ __typename: 'SecondFactorRequired', enrolmentUri: null });
    api.clock.advance(60);
    expect(await confirm(first.challenge, codeAt(first.secret))).toMatchObject({
      code: 'CODE_INVALID',
    });
  });

  async function enrolment(loginName: string): Promise<{ challenge: string; secret: string }> {
    const step = await passwordStep(loginName);
    if (step.__typename !== 'SecondFactorRequired') throw new Error(step.__typename);
    const { secret } = URI.parse(step.enrolmentUri ?? '');
    return { challenge: step.challenge, secret: secret.base32 };
  }

  async function anyInstitution(): Promise<string> {
    const [row] = await api.db.query<{ code: string }[]>(
      'SELECT code FROM institution ORDER BY code LIMIT 1',
    );
    return row?.code ?? '';
  }
});

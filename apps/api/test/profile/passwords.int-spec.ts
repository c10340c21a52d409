import {
  ChangePasswordDocument,
  LogInDocument,
  MyInboxDocument,
  RequestPasswordCodeDocument,
  ResetPasswordDocument,
  ViewerDocument,
} from '@kaopu/graphql';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Accounts } from '../../src/auth/accounts/accounts.js';
import type { PersonSnapshot } from '../../src/profile/person/person-snapshot.js';
import { CANDIDATE_PASSWORD, aCandidate, signIn, signedInCandidate } from '../builders/accounts.js';
import { solvedCaptcha, withKnownCaptchas } from '../builders/human-check.js';
import { codeAt, messagesAt, otherThan } from '../builders/messages.js';
import { aPerson } from '../builders/people.js';
import type { ApiClient } from '../support/api-client.js';
import { ApiHarness } from '../support/api-harness.js';
import { aKey } from './registration.js';

const NEW_PASSWORD = 'chun-hua-qiu-yue-39';

describe('passwords', () => {
  let api: ApiHarness;

  beforeAll(async () => {
    api = await ApiHarness.start();
    withKnownCaptchas(api);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  afterAll(() => api.stop());

  async function logsIn(idNumber: string, password: string): Promise<boolean> {
    const browser = api.browser();
    const input = { idNumber, password, humanCheck: await solvedCaptcha(browser) };
    return (await browser.send(LogInDocument, { input })).logIn.__typename === 'Session';
  }

  const isSignedIn = async (browser: ApiClient): Promise<boolean> =>
    (await browser.send(ViewerDocument)).viewer !== null;

  const purposesAt = async (phone: string): Promise<string[]> =>
    (await messagesAt(api, phone)).map(({ purpose }) => purpose);

  describe('changed by the old one', () => {
    async function change(
      browser: ApiClient,
      newPassword = NEW_PASSWORD,
      currentPassword = CANDIDATE_PASSWORD,
      idempotencyKey = aKey(),
    ) {
      const input = { currentPassword, newPassword, idempotencyKey };
      return (await browser.send(ChangePasswordDocument, { input })).changePassword;
    }

    it('open the account from then on, end the other sessions and tell the owner', async () => {
      const candidate = await signedInCandidate(api);
      const other = await signIn(api, candidate.accountId);
      expect(await change(candidate)).toMatchObject({ __typename: 'Done' });
      expect(await isSignedIn(candidate)).toBe(true);
      expect(await isSignedIn(other)).toBe(false);
      const { idNumber, phone } = candidate.person;
      expect(await logsIn(idNumber, CANDIDATE_PASSWORD)).toBe(false);
      expect(await logsIn(idNumber, NEW_PASSWORD)).toBe(true);
      expect(await purposesAt(phone)).toEqual(['PASSWORD_CHANGED']);
      const { myInbox } = await candidate.send(MyInboxDocument, { first: 5 });
      expect(myInbox.edges[0]?.node).toMatchObject({
        template: 'PASSWORD_CHANGED',
        title: '登录密码已修改',
      });
    });

    it.each([
      ['a wrong old one', NEW_PASSWORD, 'not the password', 'currentPassword', '旧密码不正确。'],
      [
        'the same again',
        CANDIDATE_PASSWORD,
        CANDIDATE_PASSWORD,
        'newPassword',
        '新密码不能与旧密码相同。',
      ],
      ['a common one', 'password123', CANDIDATE_PASSWORD, 'newPassword', '密码过于常见'],
      ['a short one', 'ab1-', CANDIDATE_PASSWORD, 'newPassword', '密码至少 10 个字符。'],
    ])('are refused for %s', async (_, newPassword, currentPassword, path, words) => {
      const candidate = await signedInCandidate(api);
      const refused = await change(candidate, newPassword, currentPassword);
      expect(refused).toMatchObject({
        code: 'VALIDATION',
        problems: [{ path, message: expect.stringContaining(words) }],
      });
      expect(await logsIn(candidate.person.idNumber, CANDIDATE_PASSWORD)).toBe(true);
    });

    it('may not hold the owner’s own numbers', async () => {
      const candidate = await signedInCandidate(api);
      const { birthDate, phone } = candidate.person;
      for (const own of [birthDate.replaceAll('-', ''), phone]) {
        expect(await change(candidate, `qing-shan-${own}`)).toMatchObject({
          problems: [{ path: 'newPassword', key: 'password.idDigits' }],
        });
      }
    });

    it('slow down whoever guesses the old one in a session that is not theirs', async () => {
      const candidate = await signedInCandidate(api);
      for (let guess = 0; guess < 5; guess++)
        await change(candidate, NEW_PASSWORD, `guess ${guess}`);
      expect(await change(candidate)).toMatchObject({ code: 'RATE_LIMITED' });
      api.clock.advance(1);
      expect(await change(candidate)).toMatchObject({ __typename: 'Done' });
    });

    it('change once for a request sent twice', async () => {
      const candidate = await signedInCandidate(api);
      const key = aKey();
      for (let sent = 0; sent < 2; sent++) {
        expect(await change(candidate, NEW_PASSWORD, CANDIDATE_PASSWORD, key)).toMatchObject({
          __typename: 'Done',
        });
      }
      expect(await purposesAt(candidate.person.phone)).toHaveLength(1);
    });

    it('are nothing for visitors and staff', async () => {
      const answer = await api.browser().ask(ChangePasswordDocument, {
        input: {
          currentPassword: CANDIDATE_PASSWORD,
          newPassword: NEW_PASSWORD,
          idempotencyKey: aKey(),
        },
      });
      expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    });

    describe('by four requests at the same moment', () => {
      async function race(): Promise<number> {
        const candidate = await signedInCandidate(api);
        const answers = await Promise.all(
          ['yi-', 'er-', 'san-', 'si-'].map((word) => change(candidate, word + NEW_PASSWORD)),
        );
        return answers.filter(({ __typename }) => __typename === 'Done').length;
      }

      it('are changed by one, because the others’ old password is old', async () => {
        for (let round = 0; round < 3; round++) expect(await race()).toBe(1);
      });

      it('would be changed by several without the lock on the account', async () => {
        vi.spyOn(api.app.get(Accounts), 'lock').mockResolvedValue();
        expect(await race()).toBeGreaterThan(1);
      });
    });
  });

  describe('that are forgotten', () => {
    async function challengeFor({ idNumber, phone }: Pick<PersonSnapshot, 'idNumber' | 'phone'>) {
      const browser = api.browser();
      const input = { idNumber, phone, humanCheck: await solvedCaptcha(browser) };
      const { requestPasswordCode } = await browser.send(RequestPasswordCodeDocument, { input });
      if (requestPasswordCode.__typename !== 'CodeRequested') {
        throw new Error(JSON.stringify(requestPasswordCode));
      }
      return requestPasswordCode.challenge;
    }

    async function reset(challenge: string, code: string, password = NEW_PASSWORD) {
      const input = { challenge, code, password };
      return (await api.browser().send(ResetPasswordDocument, { input })).resetPassword;
    }

    it('are replaced by a code, every session ends and the owner is told', async () => {
      const candidate = await signedInCandidate(api);
      const { person } = candidate;
      const challenge = await challengeFor(person);
      const code = await codeAt(api, person.phone);
      expect(await reset(challenge, code)).toMatchObject({ __typename: 'Done' });
      expect(await isSignedIn(candidate)).toBe(false);
      expect(await logsIn(person.idNumber, NEW_PASSWORD)).toBe(true);
      expect(await logsIn(person.idNumber, CANDIDATE_PASSWORD)).toBe(false);
      expect(await purposesAt(person.phone)).toEqual(['PASSWORD_CHANGED', 'PASSWORD_CODE']);
      expect(await reset(challenge, code)).toMatchObject({ code: 'CODE_INVALID' });
    });

    it('do not keep waiting whoever failed to log in before', async () => {
      const { person } = await aCandidate(api);
      for (let guess = 0; guess < 8; guess++) await logsIn(person.idNumber, 'forgotten');
      const challenge = await challengeFor(person);
      await reset(challenge, await codeAt(api, person.phone));
      expect(await logsIn(person.idNumber, NEW_PASSWORD)).toBe(true);
    });

    it('keep the code when only the new password is not good', async () => {
      const { person } = await aCandidate(api);
      const challenge = await challengeFor(person);
      const code = await codeAt(api, person.phone);
      for (let attempt = 0; attempt < 6; attempt++) {
        expect(await reset(challenge, code, `qing-shan-${person.phone}`)).toMatchObject({
          code: 'VALIDATION',
          problems: [{ path: 'password', key: 'password.idDigits' }],
        });
      }
      expect(await reset(challenge, code)).toMatchObject({ __typename: 'Done' });
    });

    it('tell nobody without the code what their owner’s numbers are', async () => {
      const { person } = await aCandidate(api);
      const challenge = await challengeFor(person);
      const wrong = otherThan(await codeAt(api, person.phone));
      const own = await reset(challenge, wrong, `qing-shan-${person.phone}`);
      const decoy = await reset(await challengeFor(aPerson()), wrong, `qing-shan-${person.phone}`);
      expect(own).toMatchObject({ code: 'CODE_INVALID' });
      expect(JSON.stringify(decoy)).toBe(JSON.stringify(own));
    });

    it('are refused when too short, before the code is looked at', async () => {
      expect(await reset('no-challenge', '000000', 'short')).toMatchObject({
        problems: [{ path: 'password', key: 'password.tooShort' }],
      });
    });
  });
});

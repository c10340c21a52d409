import {
  LogInByCodeDocument,
  RequestLogInCodeDocument,
  ResetPasswordDocument,
  ViewerDocument,
} from '@kaopu/graphql';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { PhoneCodeEntity } from '../../src/auth/logging-in/phone-code.entity.js';
import { PhoneCodes } from '../../src/auth/logging-in/phone-codes.js';
import type { PersonSnapshot } from '../../src/profile/person/person-snapshot.js';
import { aCandidate } from '../builders/accounts.js';
import { solvedCaptcha, withKnownCaptchas } from '../builders/human-check.js';
import { codeAt, messagesAt, otherThan } from '../builders/messages.js';
import { aPerson } from '../builders/people.js';
import type { ApiClient } from '../support/api-client.js';
import { ApiHarness } from '../support/api-harness.js';
import { statementsOf } from '../support/statements-of.js';

type Owner = Pick<PersonSnapshot, 'idNumber' | 'phone'>;

describe('log-in by phone', () => {
  let api: ApiHarness;

  beforeAll(async () => {
    api = await ApiHarness.start();
    withKnownCaptchas(api);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    // The hour's budgets of one test are none of the next.
    api.clock.advance(2 * 3600);
  });
  afterAll(() => api.stop());

  async function request({ idNumber, phone }: Owner, browser = api.browser()) {
    const input = { idNumber, phone, humanCheck: await solvedCaptcha(browser) };
    return (await browser.send(RequestLogInCodeDocument, { input })).requestLogInCode;
  }

  async function challengeFor(owner: Owner): Promise<string> {
    const answer = await request(owner);
    if (answer.__typename !== 'CodeRequested') throw new Error(JSON.stringify(answer));
    return answer.challenge;
  }

  async function logIn(challenge: string, code: string, browser: ApiClient = api.browser()) {
    return (await browser.send(LogInByCodeDocument, { input: { challenge, code } })).logInByCode;
  }

  it('opens a session for the code that arrived, however number and phone are typed', async () => {
    const { person, accountId } = await aCandidate(api);
    const browser = api.browser();
    const typed = {
      idNumber: ` ${person.idNumber.slice(0, 6)} ${person.idNumber.slice(6).toLowerCase()}`,
      phone: `+86 ${person.phone.slice(0, 3)} ${person.phone.slice(3)}`,
    };
    const challenge = await challengeFor(typed);
    const session = await logIn(challenge, await codeAt(api, person.phone), browser);
    if (session.__typename !== 'Session') throw new Error(JSON.stringify(session));
    browser.accessToken = session.accessToken;
    expect((await browser.send(ViewerDocument)).viewer?.id).toBe(accountId);
  });

  it('answers a wrong phone, a wrong number and nobody’s number with the same bytes, and sends nothing', async () => {
    const { person } = await aCandidate(api);
    const stranger = aPerson();
    const asked: Owner[] = [
      person,
      { idNumber: person.idNumber, phone: stranger.phone },
      { idNumber: stranger.idNumber, phone: person.phone },
      stranger,
    ];
    const answers: string[] = [];
    for (const owner of asked) {
      const { challenge, ...rest } = (await request(owner)) as { challenge: string };
      expect(challenge).toMatch(/^[\w-]{43}$/);
      answers.push(JSON.stringify(rest));
    }
    expect(new Set(answers).size).toBe(1);
    expect(await messagesAt(api, stranger.phone)).toEqual([]);
    expect(await messagesAt(api, person.phone)).toHaveLength(1);
  });

  it('answers a wrong code and a code nobody was sent with the same bytes', async () => {
    const { person } = await aCandidate(api);
    const real = await challengeFor(person);
    const decoy = await challengeFor(aPerson());
    const wrong = otherThan(await codeAt(api, person.phone));
    const answers = [
      await logIn(real, wrong),
      await logIn(decoy, '123456'),
      await logIn('no-challenge', '123456'),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ code: 'CODE_INVALID' });
  });

  it('does the same work for everybody before it answers', async () => {
    const workFor = async ({ idNumber, phone }: Owner): Promise<string[]> => {
      const browser = api.browser();
      const humanCheck = await solvedCaptcha(browser);
      const input = { idNumber, phone, humanCheck };
      return statementsOf(api, () => browser.send(RequestLogInCodeDocument, { input }));
    };
    const known = await workFor((await aCandidate(api)).person);
    const unknown = await workFor(aPerson());
    expect(known.length).toBeGreaterThan(3);
    expect(unknown).toEqual(known);
  });

  it('sends nothing to an account that is disabled', async () => {
    const { person, accountId } = await aCandidate(api);
    await api.db.query("UPDATE account SET status = 'DISABLED' WHERE id = ?", [accountId]);
    await challengeFor(person);
    expect(await messagesAt(api, person.phone)).toEqual([]);
  });

  it('takes no code once the account is disabled', async () => {
    const { person, accountId } = await aCandidate(api);
    const challenge = await challengeFor(person);
    const code = await codeAt(api, person.phone);
    await api.db.query("UPDATE account SET status = 'DISABLED' WHERE id = ?", [accountId]);
    expect(await logIn(challenge, code)).toMatchObject({ code: 'CODE_INVALID' });
  });

  it('takes a code five minutes long, and once', async () => {
    const { person } = await aCandidate(api);
    const late = await challengeFor(person);
    const lateCode = await codeAt(api, person.phone);
    api.clock.advance(300);
    expect(await logIn(late, lateCode)).toMatchObject({ code: 'CODE_INVALID' });
    const challenge = await challengeFor(person);
    const code = await codeAt(api, person.phone);
    api.clock.advance(299);
    expect(await logIn(challenge, code)).toHaveProperty('accessToken');
    expect(await logIn(challenge, code)).toMatchObject({ code: 'CODE_INVALID' });
  });

  it('takes five tries, the fifth still counts', async () => {
    const { person } = await aCandidate(api);
    const challenge = await challengeFor(person);
    const code = await codeAt(api, person.phone);
    for (let wrong = 0; wrong < 5; wrong++) await logIn(challenge, otherThan(code));
    expect(await logIn(challenge, code)).toMatchObject({ code: 'CODE_INVALID' });
  });

  it('ends the older code with a newer one', async () => {
    const { person } = await aCandidate(api);
    const older = await challengeFor(person);
    const olderCode = await codeAt(api, person.phone);
    api.clock.advance(60);
    const newer = await challengeFor(person);
    expect(await logIn(older, olderCode)).toMatchObject({ code: 'CODE_INVALID' });
    const code = await codeAt(api, person.phone);
    expect(await logIn(older, code)).toMatchObject({ code: 'CODE_INVALID' });
    expect(await logIn(newer, code)).toHaveProperty('accessToken');
  });

  it('takes a code for nothing else than it was asked for', async () => {
    const { person } = await aCandidate(api);
    const challenge = await challengeFor(person);
    const code = await codeAt(api, person.phone);
    const input = { challenge, code, password: 'chun-hua-qiu-yue-39' };
    const { resetPassword } = await api.browser().send(ResetPasswordDocument, { input });
    expect(resetPassword).toMatchObject({ code: 'CODE_INVALID' });
    expect(await logIn(challenge, code)).toHaveProperty('accessToken');
  });

  it('keeps code and phone out of the database in plain', async () => {
    const { person } = await aCandidate(api);
    await challengeFor(person);
    const code = await codeAt(api, person.phone);
    const rows = JSON.stringify(await api.db.query('SELECT * FROM phone_code'));
    expect(rows).not.toContain(code);
    expect(rows).not.toContain(person.phone);
    expect(
      await api.db.query('SELECT id_number_enc FROM phone_code WHERE id_number_enc IS NOT NULL'),
    ).toEqual([]);
  });

  describe('budgets', () => {
    it('let a minute pass between two messages, for everybody alike', async () => {
      const { person } = await aCandidate(api);
      for (const owner of [person, aPerson()]) {
        await challengeFor(owner);
        api.clock.advance(20);
        expect(await request(owner)).toMatchObject({
          code: 'RATE_LIMITED',
          retryAfterSeconds: 40,
        });
        api.clock.advance(40);
      }
    });

    it('send five messages an hour to one phone, and answer the sixth alike for everybody', async () => {
      const { person } = await aCandidate(api);
      for (const owner of [person, aPerson()]) {
        for (let message = 0; message < 5; message++) {
          await challengeFor(owner);
          await api.deliver();
          api.clock.advance(60);
        }
        expect(await request(owner)).toMatchObject({ code: 'RATE_LIMITED' });
      }
      expect(await messagesAt(api, person.phone)).toHaveLength(5);
    });

    it('are not used up by strangers who know only the phone', async () => {
      const { person } = await aCandidate(api);
      for (let guess = 0; guess < 8; guess++) {
        await challengeFor({ idNumber: aPerson().idNumber, phone: person.phone });
      }
      const challenge = await challengeFor(person);
      expect(await logIn(challenge, await codeAt(api, person.phone))).toHaveProperty('accessToken');
    });
  });

  it('asks for the human check before anything else', async () => {
    const input = { idNumber: '', phone: '', humanCheck: {} };
    const { requestLogInCode } = await api.browser().send(RequestLogInCodeDocument, { input });
    expect(requestLogInCode).toMatchObject({ code: 'CAPTCHA_INVALID' });
  });

  it('says what is missing', async () => {
    expect(await request({ idNumber: ' ', phone: '12345' })).toMatchObject({
      code: 'VALIDATION',
      problems: [
        { path: 'idNumber', key: 'problem.idNumber.EMPTY' },
        { path: 'phone', key: 'problem.phone' },
      ],
    });
  });

  describe('a code sent by five requests at the same moment', () => {
    async function race(): Promise<number> {
      const { person } = await aCandidate(api);
      const challenge = await challengeFor(person);
      const code = await codeAt(api, person.phone);
      const answers = await Promise.all(Array.from({ length: 5 }, () => logIn(challenge, code)));
      return answers.filter(({ __typename }) => __typename === 'Session').length;
    }

    it('opens one session', async () => {
      for (let round = 0; round < 5; round++) expect(await race()).toBe(1);
    });

    it('would open more if the code were looked at first and marked as used later', async () => {
      const codes = api.app.get(PhoneCodes);
      vi.spyOn(codes, 'spend').mockImplementation(async (em, taken) => {
        const row = await em.findOneByOrFail(PhoneCodeEntity, { id: taken.id });
        await new Promise((resolve) => setTimeout(resolve, 50));
        await em.update(PhoneCodeEntity, { id: taken.id }, { usedAt: api.clock.now() });
        return row.usedAt === null;
      });
      expect(await race()).toBeGreaterThan(1);
    });
  });
});

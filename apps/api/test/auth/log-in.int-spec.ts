import {
  LogInDocument,
  RequestCaptchaDocument,
  RequestProofOfWorkDocument,
  ViewerDocument,
  type HumanCheckInput,
} from '@kaopu/graphql';
import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CANDIDATE_PASSWORD, aCandidate } from '../builders/accounts.js';
import { KNOWN_TEXT, solvedCaptcha, withKnownCaptchas } from '../builders/human-check.js';
import { aPerson } from '../builders/people.js';
import type { ApiClient } from '../support/api-client.js';
import { ApiHarness } from '../support/api-harness.js';

describe('log-in of candidates', () => {
  let api: ApiHarness;
  let browser: ApiClient;

  beforeAll(async () => {
    api = await ApiHarness.start();
    withKnownCaptchas(api);
  });
  beforeEach(() => {
    browser = api.browser();
  });
  afterAll(() => api.stop());

  async function logIn(idNumber: string, password: string, check?: HumanCheckInput) {
    const humanCheck = check ?? (await solvedCaptcha(browser));
    return (await browser.send(LogInDocument, { input: { idNumber, password, humanCheck } })).logIn;
  }

  it('opens a session for ID number and password, however the number is typed', async () => {
    const { person, accountId } = await aCandidate(api);
    const typed = `${person.idNumber.slice(0, 6)} ${person.idNumber.slice(6).toLowerCase()} `;
    const session = await logIn(typed, CANDIDATE_PASSWORD);
    if (session.__typename !== 'Session') throw new Error(session.__typename);
    expect(session.viewer.lastLogInAt).toBeNull();
    browser.accessToken = session.accessToken;
    expect((await browser.send(ViewerDocument)).viewer?.id).toBe(accountId);
  });

  it('tells the log-in before this one', async () => {
    const { person } = await aCandidate(api);
    await logIn(person.idNumber, CANDIDATE_PASSWORD);
    const first = api.clock.now().toISOString();
    api.clock.advance(3600);
    const session = await logIn(person.idNumber, CANDIDATE_PASSWORD);
    expect(session).toMatchObject({ viewer: { lastLogInAt: first } });
  });

  it('answers an unknown number and a wrong password with the same bytes', async () => {
    const { person } = await aCandidate(api);
    const wrong = await logIn(person.idNumber, 'not the password');
    const unknown = await logIn(aPerson().idNumber, CANDIDATE_PASSWORD);
    expect(JSON.stringify(unknown)).toBe(JSON.stringify(wrong));
    expect(wrong).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('takes about as long for an unknown number as for a wrong password', async () => {
    const { person } = await aCandidate(api);
    const nobody = aPerson().idNumber;
    // Whatever else the machine does only adds time.
    const least = { wrong: Infinity, unknown: Infinity };
    for (let round = 0; round < 4; round++) {
      for (const [kind, idNumber] of [
        ['wrong', person.idNumber],
        ['unknown', nobody],
      ] as const) {
        const humanCheck = await solvedCaptcha(browser);
        const before = process.hrtime.bigint();
        await logIn(idNumber, 'not the password', humanCheck);
        const spent = Number(process.hrtime.bigint() - before) / 1e6;
        least[kind] = Math.min(least[kind], spent);
      }
    }
    // Without the dummy hash the unknown number takes less than half as long.
    expect(least.unknown / least.wrong).toBeGreaterThan(0.5);
  });

  it('asks for the number before anything else', async () => {
    expect(await logIn('  ', 'something')).toMatchObject({
      code: 'VALIDATION',
      problems: [{ path: 'idNumber', key: 'problem.idNumber.EMPTY' }],
    });
  });

  it('slows down guessing after five failures, also in parallel, and never for good', async () => {
    const { person } = await aCandidate(api);
    const checks = await Promise.all(Array.from({ length: 20 }, () => solvedCaptcha(browser)));
    const answers = await Promise.all(
      checks.map((check, index) => logIn(person.idNumber, `guess ${index} of many`, check)),
    );
    const codes = answers.map((answer) => ('code' in answer ? answer.code : answer.__typename));
    expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(5);
    expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(15);
    const right = await logIn(person.idNumber, CANDIDATE_PASSWORD);
    expect(right).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 1 });
    api.clock.advance(1);
    expect(await logIn(person.idNumber, CANDIDATE_PASSWORD)).toHaveProperty('accessToken');
    expect(await logIn(person.idNumber, 'wrong once more')).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('slows down guessing of numbers nobody has just the same', async () => {
    const { idNumber } = aPerson();
    for (let failure = 0; failure < 5; failure++) await logIn(idNumber, 'guess');
    expect(await logIn(idNumber, 'guess')).toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('refuses several guesses in one document', async () => {
    const guess = 'logIn(input: { idNumber: "1", password: "2", humanCheck: {} }) { __typename }';
    const answer = await browser.ask(`mutation { a: ${guess} b: ${guess} }`);
    expect(answer.data ?? null).toBeNull();
    expect(['QUERY_TOO_COMPLEX', 'VALIDATION']).toContain(answer.errors?.[0]?.extensions.code);
  });

  describe('guarded by a picture code', () => {
    it('shows a PNG, never a drawing a program could read', async () => {
      const { requestCaptcha } = await browser.send(RequestCaptchaDocument);
      const [head, body = ''] = requestCaptcha.image.split(',');
      expect(head).toBe('data:image/png;base64');
      const meta = await sharp(Buffer.from(body, 'base64')).metadata();
      expect(meta).toMatchObject({ format: 'png', width: 200, height: 70 });
    });

    it('takes one answer, in any case, once', async () => {
      const { person } = await aCandidate(api);
      const check = await solvedCaptcha(browser);
      const small = { ...check, captchaText: KNOWN_TEXT.toLowerCase() };
      expect(await logIn(person.idNumber, CANDIDATE_PASSWORD, small)).toHaveProperty('accessToken');
      expect(await logIn(person.idNumber, CANDIDATE_PASSWORD, small)).toMatchObject({
        code: 'CAPTCHA_INVALID',
      });
    });

    it('is spent by a wrong answer', async () => {
      const { person } = await aCandidate(api);
      const check = await solvedCaptcha(browser);
      await logIn(person.idNumber, CANDIDATE_PASSWORD, { ...check, captchaText: 'WRONG' });
      expect(await logIn(person.idNumber, CANDIDATE_PASSWORD, check)).toMatchObject({
        code: 'CAPTCHA_INVALID',
      });
    });

    it('is good for two minutes', async () => {
      const { person } = await aCandidate(api);
      const check = await solvedCaptcha(browser);
      api.clock.advance(120);
      expect(await logIn(person.idNumber, CANDIDATE_PASSWORD, check)).toMatchObject({
        code: 'CAPTCHA_INVALID',
      });
    });

    it('is taken once by ten requests at the same moment', async () => {
      const { person } = await aCandidate(api);
      const check = await solvedCaptcha(browser);
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => logIn(person.idNumber, CANDIDATE_PASSWORD, check)),
      );
      expect(answers.filter((answer) => answer.__typename === 'Session')).toHaveLength(1);
    });
  });

  describe('guarded by a proof of work', () => {
    async function solvedProof(): Promise<HumanCheckInput> {
      const { requestProofOfWork } = await browser.send(RequestProofOfWorkDocument);
      const challenge = requestProofOfWork.challenge as Challenge;
      const solution = await solveChallenge({ challenge, deriveKey });
      return { altcha: Buffer.from(JSON.stringify({ challenge, solution })).toString('base64') };
    }

    it('takes a solution once', async () => {
      const { person } = await aCandidate(api);
      const proof = await solvedProof();
      expect(await logIn(person.idNumber, CANDIDATE_PASSWORD, proof)).toHaveProperty('accessToken');
      expect(await logIn(person.idNumber, CANDIDATE_PASSWORD, proof)).toMatchObject({
        code: 'CAPTCHA_INVALID',
      });
    });

    it('refuses a solution that is old, changed or made up', async () => {
      const { person } = await aCandidate(api);
      const old = await solvedProof();
      api.clock.advance(20 * 60);
      const fresh = await solvedProof();
      const changed = Buffer.from(fresh.altcha ?? '', 'base64')
        .toString('utf8')
        .replace(/"goodUntil":\d+/, '"goodUntil":9999999999');
      for (const altcha of [old.altcha, Buffer.from(changed).toString('base64'), 'e30=', '%']) {
        const answer = await logIn(person.idNumber, CANDIDATE_PASSWORD, { altcha: altcha ?? '' });
        expect(answer).toMatchObject({ code: 'CAPTCHA_INVALID' });
      }
    });
  });

  it('refuses a log-in without any human check', async () => {
    expect(await logIn(aPerson().idNumber, CANDIDATE_PASSWORD, {})).toMatchObject({
      code: 'CAPTCHA_INVALID',
    });
  });
});

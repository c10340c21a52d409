import { RefreshSessionDocument, ViewerDocument } from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANDIDATE_PASSWORD, aCandidate, signIn } from '../builders/accounts.js';
import { solvedCaptcha, withKnownCaptchas } from '../builders/human-check.js';
import type { ApiClient } from '../support/api-client.js';
import { ApiHarness } from '../support/api-harness.js';

const COOKIE = /kaopu_session=([^;]*)/;

/** A browser whose cookie the test can see and put back. */
class OpenBrowser {
  constructor(
    private readonly api: ApiHarness,
    public cookie: string,
  ) {}

  /** One refresh with a given cookie. */
  async refresh(cookie = this.cookie): Promise<{ code?: string; setCookie: string | undefined }> {
    const response = await fetch(`${this.api.baseUrl}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'apollo-require-preflight': '1',
        cookie: `kaopu_session=${cookie}`,
      },
      body: JSON.stringify({
        query: 'mutation { refreshSession { ... on UserError { code } __typename } }',
      }),
    });
    const { data } = (await response.json()) as { data: { refreshSession: { code?: string } } };
    const setCookie = response.headers
      .getSetCookie()
      .map((line) => COOKIE.exec(line)?.[1])
      .find((value) => value !== undefined);
    return { ...data.refreshSession, setCookie };
  }
}

describe('refreshing a session', () => {
  let api: ApiHarness;

  beforeAll(async () => {
    api = await ApiHarness.start();
    withKnownCaptchas(api);
  });
  afterAll(() => api.stop());

  async function loggedIn(): Promise<{ open: OpenBrowser; browser: ApiClient; line: string }> {
    const { person } = await aCandidate(api);
    const browser = api.browser();
    const humanCheck = await solvedCaptcha(browser);
    const response = await browser.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'apollo-require-preflight': '1' },
      body: JSON.stringify({
        query: LOG_IN,
        variables: {
          input: { idNumber: person.idNumber, password: CANDIDATE_PASSWORD, humanCheck },
        },
      }),
    });
    const { data } = (await response.json()) as { data: { logIn: { accessToken: string } } };
    browser.accessToken = data.logIn.accessToken;
    const line = response.headers.getSetCookie().find((one) => COOKIE.test(one)) ?? '';
    return { open: new OpenBrowser(api, COOKIE.exec(line)?.[1] ?? ''), browser, line };
  }

  it('keeps the refresh token where no script and no other site can use it', async () => {
    const { line } = await loggedIn();
    expect(line).toMatch(/; HttpOnly/);
    expect(line).toMatch(/; SameSite=Strict/);
    expect(line).toMatch(/; Path=\//);
  });

  it('gives a new token each time and a working access token', async () => {
    const { browser } = await loggedIn();
    const { refreshSession } = await browser.send(RefreshSessionDocument);
    if (refreshSession.__typename !== 'Session') throw new Error(refreshSession.__typename);
    browser.accessToken = refreshSession.accessToken;
    expect((await browser.send(ViewerDocument)).viewer).not.toBeNull();
  });

  it('logs nobody out when ten tabs refresh at once', async () => {
    const { open } = await loggedIn();
    for (let round = 0; round < 10; round++) {
      const answers = await Promise.all(Array.from({ length: 10 }, () => open.refresh()));
      expect(answers.filter(({ code }) => code !== undefined)).toEqual([]);
      const cookies = new Set(answers.map(({ setCookie }) => setCookie));
      expect(cookies.size).toBe(1);
      open.cookie = [...cookies][0] ?? '';
      api.clock.advance(60);
    }
  });

  it('takes the token before the current one for ten seconds only, then ends the session', async () => {
    const { open } = await loggedIn();
    const first = open.cookie;
    const { setCookie: second } = await open.refresh(first);
    api.clock.advance(9);
    expect(await open.refresh(first)).toMatchObject({ setCookie: second });
    api.clock.advance(1);
    expect(await open.refresh(first)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await open.refresh(second)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('ends the session, its access token included, when a token two generations old appears', async () => {
    const { open, browser } = await loggedIn();
    const first = open.cookie;
    const { setCookie: second } = await open.refresh(first);
    await open.refresh(second);
    expect((await browser.send(ViewerDocument)).viewer).not.toBeNull();
    expect(await open.refresh(first)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await browser.send(ViewerDocument)).viewer).toBeNull();
  });

  it('ignores a made-up token without ending the session it names', async () => {
    const { open } = await loggedIn();
    const forged = open.cookie.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(await open.refresh(forged)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await open.refresh()).not.toHaveProperty('code');
  });

  it('ends for candidates 30 minutes after the last use', async () => {
    const { open } = await loggedIn();
    api.clock.advance(29 * 60);
    const { setCookie } = await open.refresh();
    api.clock.advance(30 * 60);
    expect(await open.refresh(setCookie)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('ends for candidates 12 hours after the log-in, used or not', async () => {
    const { open } = await loggedIn();
    for (let quarter = 0; quarter < 47; quarter++) {
      api.clock.advance(15 * 60);
      open.cookie = (await open.refresh()).setCookie ?? '';
    }
    expect(await open.refresh()).not.toHaveProperty('code');
    api.clock.advance(15 * 60);
    expect(await open.refresh()).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('keeps five sessions of an account and ends the oldest', async () => {
    const { accountId } = await aCandidate(api);
    const browsers = [];
    for (let count = 0; count < 6; count++) {
      browsers.push(await signIn(api, accountId));
      api.clock.advance(1);
    }
    const viewers = await Promise.all(browsers.map((browser) => browser.send(ViewerDocument)));
    expect(viewers.map(({ viewer }) => viewer !== null)).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
  });
});

const LOG_IN =
  'mutation LogIn($input: LogInInput!) { logIn(input: $input) { ... on Session { accessToken } } }';

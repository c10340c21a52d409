import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { beforeEach, describe, expect, it } from 'vitest';

import { sessionOf } from '../../../testing/session.js';
import { provideTexts } from '../../../testing/texts.js';
import { Session } from '../../core/session/session.js';
import { AnsweringServer, CAPTCHA } from '../../../testing/answering-server.js';
import { PageHands } from '../../../testing/page-hands.js';
import { LogInPage } from './log-in-page.js';

const NUMBER = '340101198511040001';
const WRONG = {
  logIn: { __typename: 'RefusedError', code: 'UNAUTHENTICATED', message: '证件号码或密码不正确' },
};
const GRANTED = { logIn: { __typename: 'Session', ...sessionOf('CANDIDATE') } };

async function open(address: string, answer: unknown = GRANTED) {
  const server = new AnsweringServer({ RequestCaptcha: CAPTCHA, LogIn: answer });
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      server.provide(),
      provideRouter(
        [
          { path: 'login', component: LogInPage },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const hands = await PageHands.open(address);
  return { hands, server, router: TestBed.inject(Router) };
}

async function fill(hands: PageHands): Promise<void> {
  await hands.type('证件号码', NUMBER);
  await hands.type('密码', 'correct horse battery');
  await hands.type('验证码', 'ab3d');
}

describe('The log-in page', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('shows what is missing only after an attempt, in one summary', async () => {
    const { hands, server } = await open('/login');
    expect(hands.summary).toEqual([]);
    await hands.press('登录');
    expect(hands.summary).toHaveLength(3);
    expect(server.askedFor('LogIn')).toEqual([]);
  });

  it('begins the session and returns to the page that was asked for', async () => {
    const { hands, router, server } = await open('/login?returnUrl=%2Fapply%2FRT-II');
    await fill(hands);
    await hands.press('登录');
    expect(server.askedFor('LogIn')[0]?.variables['input']).toMatchObject({
      idNumber: NUMBER,
      humanCheck: { captchaId: 'picture-1', captchaText: 'ab3d' },
    });
    expect(TestBed.inject(Session).side()).toBe('candidate');
    expect(router.url).toBe('/apply/RT-II');
  });

  it('keeps the number, empties the secrets and asks for another picture after a refusal', async () => {
    const { hands, server } = await open('/login', WRONG);
    await fill(hands);
    await hands.press('登录');
    expect(hands.summary).toEqual(['证件号码或密码不正确']);
    expect(hands.box('证件号码').value).toBe(NUMBER);
    expect(hands.box('密码').value).toBe('');
    expect(hands.box('验证码').value).toBe('');
    expect(server.askedFor('RequestCaptcha')).toHaveLength(2);
  });

  it('asks for the emptied boxes at the next attempt, without asking the server', async () => {
    const { hands, server } = await open('/login', WRONG);
    await fill(hands);
    await hands.press('登录');
    await hands.press('登录');
    expect(hands.summary).toHaveLength(2);
    expect(server.askedFor('LogIn')).toHaveLength(1);
  });

  it('can be sent again after a refusal', async () => {
    const { hands, router, server } = await open('/login', WRONG);
    await fill(hands);
    await hands.press('登录');
    server.answer('LogIn', GRANTED);
    await fill(hands);
    await hands.press('登录');
    expect(router.url).toBe('/me');
  });

  it('sends once when the button is pressed twice', async () => {
    const { hands, server } = await open('/login');
    await fill(hands);
    const button = hands.button('登录');
    button.click();
    button.click();
    await hands.settle();
    expect(server.askedFor('LogIn')).toHaveLength(1);
  });

  it('waits as long as the server asks', async () => {
    const { hands } = await open('/login', {
      logIn: {
        __typename: 'RateLimitedError',
        code: 'RATE_LIMITED',
        message: '尝试次数过多',
        retryAfterSeconds: 90,
      },
    });
    await fill(hands);
    await hands.press('登录');
    expect(hands.text).toContain('01:30');
    expect(hands.button('登录').disabled).toBe(true);
  });

  it('begins with a number from the address and takes it out of there', async () => {
    const { hands, router } = await open(`/login?id=${NUMBER}&returnUrl=%2Fme`);
    expect(hands.box('证件号码').value).toBe(NUMBER);
    expect(router.url).toBe('/login?returnUrl=%2Fme');
  });
});

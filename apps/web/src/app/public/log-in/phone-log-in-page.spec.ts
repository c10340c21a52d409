import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { beforeEach, describe, expect, it } from 'vitest';

import { AnsweringServer, CAPTCHA } from '../../../testing/answering-server.js';
import { PageHands } from '../../../testing/page-hands.js';
import { sessionOf } from '../../../testing/session.js';
import { provideTexts } from '../../../testing/texts.js';
import { Session } from '../../core/session/session.js';
import { ForgottenPasswordPage } from './forgotten-password-page.js';
import { LogInPage } from './log-in-page.js';
import { PhoneLogInPage } from './phone-log-in-page.js';

const NUMBER = '340101198511040001';
const PHONE = '13900000000';
const REQUESTED = {
  __typename: 'CodeRequested',
  challenge: 'challenge-1',
  resendAfterSeconds: 60,
  expiresAt: '2026-11-24T02:05:00.000Z',
};
const WRONG_CODE = {
  __typename: 'RefusedError',
  code: 'CODE_INVALID',
  message: '验证码不正确或已过期。',
};

async function open(address: string, answers: Record<string, unknown> = {}) {
  const server = new AnsweringServer({
    RequestCaptcha: CAPTCHA,
    RequestLogInCode: { requestLogInCode: REQUESTED },
    RequestPasswordCode: { requestPasswordCode: REQUESTED },
    LogInByCode: { logInByCode: { __typename: 'Session', ...sessionOf('CANDIDATE') } },
    ResetPassword: { resetPassword: { __typename: 'Done' } },
    ...answers,
  });
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      server.provide(),
      provideRouter(
        [
          { path: 'login', component: LogInPage },
          { path: 'login/phone', component: PhoneLogInPage },
          { path: 'login/forgotten', component: ForgottenPasswordPage },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const hands = await PageHands.open(address);
  return { hands, server, router: TestBed.inject(Router) };
}

async function askForCode(hands: PageHands): Promise<void> {
  await hands.type('证件号码', NUMBER);
  await hands.type('手机号码', PHONE);
  await hands.type('验证码', 'ab3d');
  await hands.press('发送验证码');
}

describe('Logging in by phone', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('keeps the number when one way is left for the other, and where to return to', async () => {
    const { hands, router } = await open('/login?returnUrl=%2Fapply');
    await hands.type('证件号码', NUMBER);
    await hands.follow('手机动态密码登录');
    expect(router.url).toBe('/login/phone?returnUrl=%2Fapply');
    expect(hands.box('证件号码').value).toBe(NUMBER);
    await askForCode(hands);
    await hands.follow('账号密码登录');
    expect(router.url).toBe('/login?returnUrl=%2Fapply');
    expect(hands.box('证件号码').value).toBe(NUMBER);
  });

  it('says what is missing before it asks for a code', async () => {
    const { hands, server } = await open('/login/phone');
    await hands.press('发送验证码');
    expect(hands.summary).toHaveLength(3);
    expect(server.askedFor('RequestLogInCode')).toEqual([]);
  });

  it('begins the session with the code, and returns to the page that was asked for', async () => {
    const { hands, router, server } = await open('/login/phone?returnUrl=%2Fapply');
    await askForCode(hands);
    expect(hands.text).toContain('如果证件号码与手机号码匹配，验证码已发送');
    expect(server.askedFor('RequestLogInCode')[0]?.variables['input']).toMatchObject({
      idNumber: NUMBER,
      phone: PHONE,
    });
    const code = hands.box('短信验证码');
    expect(code.getAttribute('autocomplete')).toBe('one-time-code');
    await hands.type('短信验证码', '123 456');
    await hands.press('登录');
    expect(server.askedFor('LogInByCode')[0]?.variables['input']).toEqual({
      challenge: 'challenge-1',
      code: '123456',
    });
    expect(TestBed.inject(Session).side()).toBe('candidate');
    expect(router.url).toBe('/apply');
  });

  it('counts down in a live region until another message may be asked for', async () => {
    const { hands } = await open('/login/phone');
    await askForCode(hands);
    const resend = hands.page.querySelector('app-code-resend');
    expect(resend?.textContent).toContain('01:00');
    expect(resend?.querySelector('[aria-live=polite]')).not.toBeNull();
    expect(resend?.querySelector('button')).toBeNull();
  });

  it('says so beside the code when it is wrong, and takes the next one', async () => {
    const { hands, router, server } = await open('/login/phone', {
      LogInByCode: { logInByCode: WRONG_CODE },
    });
    await askForCode(hands);
    await hands.type('短信验证码', '000000');
    await hands.press('登录');
    expect(hands.summary).toEqual([WRONG_CODE.message]);
    server.answer('LogInByCode', {
      logInByCode: { __typename: 'Session', ...sessionOf('CANDIDATE') },
    });
    await hands.type('短信验证码', '123456');
    await hands.press('登录');
    expect(router.url).toBe('/me');
  });

  it('waits as long as the server asks', async () => {
    const { hands } = await open('/login/phone', {
      RequestLogInCode: {
        requestLogInCode: {
          __typename: 'RateLimitedError',
          code: 'RATE_LIMITED',
          message: '操作过于频繁',
          retryAfterSeconds: 45,
        },
      },
    });
    await askForCode(hands);
    expect(hands.text).toContain('00:45');
    expect(hands.button('发送验证码').disabled).toBe(true);
    expect(hands.box('手机号码').value).toBe(PHONE);
  });
});

describe('A forgotten password', () => {
  it('is replaced with the code and the new password, typed twice', async () => {
    const { hands, server } = await open('/login/forgotten');
    await askForCode(hands);
    await hands.type('短信验证码', '123456');
    await hands.type('新密码', 'chun-hua-qiu-yue-39');
    await hands.type('确认新密码', 'chun-hua-qiu-yue-93');
    await hands.press('设置新密码');
    expect(hands.summary).toEqual(['两次输入的密码不一致']);
    await hands.type('确认新密码', 'chun-hua-qiu-yue-39');
    await hands.press('设置新密码');
    expect(server.askedFor('ResetPassword')[0]?.variables['input']).toEqual({
      challenge: 'challenge-1',
      code: '123456',
      password: 'chun-hua-qiu-yue-39',
    });
    expect(hands.text).toContain('新密码已设置');
  });

  it('keeps the code when the server only refuses the new password', async () => {
    const { hands } = await open('/login/forgotten', {
      ResetPassword: {
        resetPassword: {
          __typename: 'InvalidInputError',
          code: 'VALIDATION',
          message: '有内容需要修改',
          problems: [
            {
              __typename: 'FieldProblem',
              path: 'password',
              key: 'password.guessable',
              message: '密码过于常见',
            },
          ],
        },
      },
    });
    await askForCode(hands);
    await hands.type('短信验证码', '123456');
    await hands.type('新密码', 'aaaaaaaaaaaa');
    await hands.type('确认新密码', 'aaaaaaaaaaaa');
    await hands.press('设置新密码');
    expect(hands.summary).toEqual(['密码过于常见']);
    expect(hands.box('短信验证码').value).toBe('123456');
  });
});

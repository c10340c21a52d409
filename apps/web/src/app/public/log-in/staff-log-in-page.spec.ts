import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { beforeEach, describe, expect, it } from 'vitest';

import { sessionOf } from '../../../testing/session.js';
import { provideTexts } from '../../../testing/texts.js';
import { AnsweringServer, CAPTCHA } from '../../../testing/answering-server.js';
import { PageHands } from '../../../testing/page-hands.js';
import { StaffLogInPage } from './staff-log-in-page.js';

const URI = 'otpauth://totp/Kaopu:demo?issuer=Kaopu&secret=JBSWY3DPEHPK3PXP&digits=6';

async function open(enrolmentUri: string | null, confirmed: unknown) {
  const server = new AnsweringServer({
    RequestCaptcha: CAPTCHA,
    LogInStaff: {
      logInStaff: { __typename: 'SecondFactorRequired', challenge: 'challenge-1', enrolmentUri },
    },
    ConfirmSecondFactor: { confirmSecondFactor: confirmed },
  });
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      server.provide(),
      provideRouter(
        [
          { path: 'staff-login', component: StaffLogInPage },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const hands = await PageHands.open('/staff-login');
  await hands.type('登录名', 'demo.reviewer');
  await hands.type('密码', 'correct horse battery');
  await hands.type('验证码', 'ab3d');
  await hands.press('登录');
  return { hands, server, router: TestBed.inject(Router) };
}

describe('Staff log-in', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('asks for the code before the session begins, and lands on the own side', async () => {
    const session = { __typename: 'Session', ...sessionOf('AUTHORITY_REVIEWER') };
    const { hands, router, server } = await open(null, session);
    expect(router.url).toBe('/staff-login');
    expect(hands.text).not.toContain('密钥');
    await hands.type('动态验证码', '123 456');
    await hands.press('确认');
    expect(server.askedFor('ConfirmSecondFactor')[0]?.variables['input']).toEqual({
      challenge: 'challenge-1',
      code: '123456',
    });
    expect(router.url).toBe('/authority');
  });

  it('shows a new authenticator’s secret to scan and to type', async () => {
    const { hands } = await open(URI, null);
    expect(hands.page.querySelector('kp-qr-image svg')).not.toBeNull();
    expect(hands.text).toContain('JBSW Y3DP EHPK 3PXP');
  });

  it('says so beside the code when it is wrong, and takes the next one', async () => {
    const { hands, router, server } = await open(null, {
      __typename: 'RefusedError',
      code: 'CODE_INVALID',
      message: '验证码不正确',
    });
    await hands.type('动态验证码', '000000');
    await hands.press('确认');
    expect(hands.summary).toEqual(['验证码不正确']);
    server.answer('ConfirmSecondFactor', {
      confirmSecondFactor: { __typename: 'Session', ...sessionOf('REVIEWER') },
    });
    await hands.type('动态验证码', '123456');
    await hands.press('确认');
    expect(router.url).toBe('/staff');
  });
});

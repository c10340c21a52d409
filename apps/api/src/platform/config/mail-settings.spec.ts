import { describe, expect, it } from 'vitest';
import { readMail } from './mail-settings.js';

const SMTP = {
  KAOPU_MAIL: 'smtp',
  KAOPU_SMTP_URL: 'smtps://kaopu%40example.com@smtp.example.com',
  KAOPU_MAIL_FROM: '考谱 <kaopu@example.com>',
};
const SECRETS = { smtpPassword: 'demo-secret' };

describe('The settings of mail', () => {
  it('are the page in a demonstration and nothing elsewhere, unless told otherwise', () => {
    expect(readMail({}, true, {})).toEqual({ provider: 'page' });
    expect(readMail({}, false, {})).toEqual({ provider: 'none' });
    expect(readMail({ KAOPU_MAIL: 'console' }, false, {})).toEqual({ provider: 'console' });
  });

  it('never show real people’s mails on a page', () => {
    expect(() => readMail({ KAOPU_MAIL: 'page' }, false, {})).toThrow('KAOPU_DEMO');
  });

  it('name server and sender, and take the password from the secrets', () => {
    expect(readMail(SMTP, false, SECRETS)).toEqual({
      provider: 'smtp',
      host: 'smtp.example.com',
      port: 465,
      secure: true,
      user: 'kaopu@example.com',
      password: 'demo-secret',
      from: '考谱 <kaopu@example.com>',
    });
    const relay = { ...SMTP, KAOPU_SMTP_URL: 'smtp://127.0.0.1:2525' };
    expect(readMail(relay, false, {})).toMatchObject({ port: 2525, secure: false, user: null });
  });

  it.each([
    ['another word', { KAOPU_MAIL: 'pigeon' }, SECRETS, 'pigeon'],
    ['no server', { ...SMTP, KAOPU_SMTP_URL: undefined }, SECRETS, 'KAOPU_SMTP_URL'],
    ['another scheme', { ...SMTP, KAOPU_SMTP_URL: 'http://a.example' }, SECRETS, 'KAOPU_SMTP_URL'],
    [
      'a password in the address',
      { ...SMTP, KAOPU_SMTP_URL: 'smtp://a:b@a.example' },
      SECRETS,
      'without the password',
    ],
    ['no sender', { ...SMTP, KAOPU_MAIL_FROM: 'kaopu' }, SECRETS, 'KAOPU_MAIL_FROM'],
    ['a sender of two lines', { ...SMTP, KAOPU_MAIL_FROM: 'a\nb@c.d' }, SECRETS, 'KAOPU_MAIL_FROM'],
    ['no password', SMTP, {}, 'smtpPassword'],
  ])('are refused with %s', (_, env, secrets, words) => {
    expect(() => readMail(env, false, secrets)).toThrow(words);
  });
});

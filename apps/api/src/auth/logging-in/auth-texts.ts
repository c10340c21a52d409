import type { RequestInfo } from '../../platform/access/actor.js';

type Language = RequestInfo['language'];

/** Every sentence about logging in and passwords, by its stable key. */
export const AUTH_TEXTS = {
  'logIn.wrong': {
    'zh-CN': '证件号码或密码不正确。',
    en: 'The ID number or the password is not right.',
  },
  'logIn.wrongStaff': {
    'zh-CN': '用户名或密码不正确。',
    en: 'The user name or the password is not right.',
  },
  'secondFactor.wrong': {
    'zh-CN': '动态口令不正确或已使用过，请等待下一个口令再试。',
    en: 'The one-time code is wrong or was used before. Wait for the next one.',
  },
  'secondFactor.expired': {
    'zh-CN': '登录验证已过期，请重新输入用户名和密码。',
    en: 'This log-in has expired. Enter your user name and password again.',
  },
  'password.tooShort': {
    'zh-CN': '密码至少 {min} 个字符。',
    en: 'The password needs at least {min} characters.',
  },
  'password.tooLong': {
    'zh-CN': '密码最多 {max} 个字符。',
    en: 'The password can have at most {max} characters.',
  },
  'password.idDigits': {
    'zh-CN': '密码中不能含有证件号码、出生日期或手机号码。',
    en: 'The password must not hold your ID number, date of birth or phone number.',
  },
  'password.currentWrong': {
    'zh-CN': '旧密码不正确。',
    en: 'The current password is not right.',
  },
  'password.same': {
    'zh-CN': '新密码不能与旧密码相同。',
    en: 'The new password must differ from the current one.',
  },
  'password.guessable': {
    'zh-CN': '密码过于常见，容易被猜到，请换一个。',
    en: 'The password is too common and easy to guess. Choose another one.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type AuthTextKey = keyof typeof AUTH_TEXTS;

/** The sentence of `key` in the reader's language. */
export function authText(
  language: Language,
  key: AuthTextKey,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return AUTH_TEXTS[key][language].replace(/\{(\w+)\}/g, (hole, name: string) =>
    String(params[name] ?? hole),
  );
}

import { hasText, text } from '@kaopu/domain';
import { AUTH_TEXTS, authText, type AuthTextKey } from '../auth/logging-in/auth-texts.js';
import type { Actor, RequestInfo } from '../platform/access/actor.js';
import { FieldProblem, InvalidInputError } from '../platform/graphql/user-error.js';
import { say } from '../platform/i18n/refuse.js';

type Language = RequestInfo['language'];
type Params = Readonly<Record<string, string | number>>;

/** Every sentence about registering, by its stable key. */
const PROFILE_TEXTS = {
  'registration.noSession': {
    'zh-CN': '注册已过期或尚未开始，请从第一步重新填写。',
    en: 'The registration has expired or was not started. Begin again at the first step.',
  },
  'registration.phoneNotVerified': {
    'zh-CN': '请先验证手机号码。',
    en: 'Verify your phone number first.',
  },
  'registration.phoneShared': {
    'zh-CN': '这个手机号码已用于 {max} 个账号，请换一个号码。',
    en: 'This phone number is already used by {max} accounts. Use another one.',
  },
  'registration.photoMissing': {
    'zh-CN': '请上传证件照。',
    en: 'Upload your ID photo.',
  },
  'registration.photoConsentMissing': {
    'zh-CN': '请同意我们为办理证书使用您的照片。',
    en: 'Agree that we use your photo for your certificate.',
  },
  'registration.truthMissing': {
    'zh-CN': '请勾选承诺：所填内容真实。',
    en: 'Declare that what you stated is true.',
  },
  'registration.noticeOutdated': {
    'zh-CN': '隐私告知已更新，请阅读新的告知后再提交。',
    en: 'The privacy notice has changed. Read the new one and submit again.',
  },
  'registration.tooManyNumbers': {
    'zh-CN': '注册次数过多，请明天再试，或联系考试机构。',
    en: 'Too many registrations. Try again tomorrow or contact the exam institution.',
  },
  'registration.draftTooLarge': {
    'zh-CN': '草稿内容太多，无法保存。',
    en: 'The draft holds too much to be kept.',
  },
  'sms.registrationCode': {
    'zh-CN': '【考谱】注册验证码 {code}，{minutes} 分钟内有效。请勿告诉他人。',
    en: '[Kaopu] Your registration code is {code}, good for {minutes} minutes. Tell nobody.',
  },
  'sms.logInCode': {
    'zh-CN': '【考谱】登录验证码 {code}，{minutes} 分钟内有效。请勿告诉他人。',
    en: '[Kaopu] Your log-in code is {code}, good for {minutes} minutes. Tell nobody.',
  },
  'sms.passwordCode': {
    'zh-CN': '【考谱】重设密码验证码 {code}，{minutes} 分钟内有效。请勿告诉他人。',
    en: '[Kaopu] Your code for a new password is {code}, good for {minutes} minutes. Tell nobody.',
  },
  'sms.phoneChangeCode': {
    'zh-CN': '【考谱】更换手机号码验证码 {code}，{minutes} 分钟内有效。请勿告诉他人。',
    en: '[Kaopu] Your code for changing the phone number is {code}, good for {minutes} minutes. Tell nobody.',
  },
  'sms.passwordChanged': {
    'zh-CN':
      '【考谱】您的登录密码已修改，其他设备已退出登录。如非本人操作，请立即用手机验证码重设密码并联系考试机构。',
    en: '[Kaopu] Your password was changed and other devices were signed out. If it was not you, reset the password by phone at once and contact the exam institution.',
  },
  'sms.phoneChanged': {
    'zh-CN':
      '【考谱】您账号的手机号码已更换，今后不再向本号码发送通知。如非本人操作，请立即联系考试机构。',
    en: '[Kaopu] The phone number of your account was changed; this number gets no more messages. If it was not you, contact the exam institution at once.',
  },
  'sms.uploadLink': {
    'zh-CN': '【考谱】手机上传链接（10 分钟内有效，仅限本人使用，请勿转发）：{link}',
    en: '[Kaopu] Your upload link, good for 10 minutes, for you only: {link}',
  },
  'sms.registered': {
    'zh-CN': '【考谱】您的账号已创建，可以开始报名。不是您本人注册的，请联系考试机构。',
    en: '[Kaopu] Your account is ready. If it was not you who registered, contact the exam institution.',
  },
  'sms.idAttempt': {
    'zh-CN':
      '【考谱】有人尝试用您的证件号码注册。如非本人操作，请注意保护个人信息；如是本人，请直接登录。',
    en: '[Kaopu] Somebody tried to register with your ID number. If it was you, just log in; if not, guard your personal data.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type ProfileTextKey = keyof typeof PROFILE_TEXTS;

const isProfileText = (key: string): key is ProfileTextKey => Object.hasOwn(PROFILE_TEXTS, key);
const isAuthText = (key: string): key is AuthTextKey => Object.hasOwn(AUTH_TEXTS, key);

/** The sentence of `key` in the reader's language. */
export function profileText(language: Language, key: ProfileTextKey, params: Params = {}): string {
  return PROFILE_TEXTS[key][language].replace(/\{(\w+)\}/g, (hole, name: string) =>
    String(params[name] ?? hole),
  );
}

/** One wrong field, before it is put into words: a key of the domain, of `auth`, or of this file. */
export interface Wrong {
  readonly path: string;
  readonly key: string;
  readonly params?: Params;
}

/** @throws Error for a key without a text: a mistake of ours. */
export function invalidFields(actor: Actor, wrongs: readonly Wrong[]): InvalidInputError {
  const { language } = actor.request;
  return new InvalidInputError(
    say(actor, 'error.VALIDATION'),
    wrongs.map(
      ({ path, key, params }) => new FieldProblem(path, key, worded(language, key, params)),
    ),
  );
}

function worded(language: Language, key: string, params: Params = {}): string {
  if (isProfileText(key)) return profileText(language, key, params);
  if (isAuthText(key)) return authText(language, key, params);
  if (!hasText(key)) throw new Error(`Unknown text key: ${key}`);
  return text(language, key, params);
}

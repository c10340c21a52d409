import { readFileSync } from 'node:fs';
import { SettingError } from './setting-error.js';

/** How messages of one kind are registered with the provider. */
export interface SmsTemplate {
  readonly id: string;
  /** Parameters in the template's order, where a provider takes them by position. */
  readonly params: readonly string[];
}

/** A provider that sends registered templates, as mainland providers require. */
interface TemplateSettings {
  readonly endpoint: string;
  readonly keyId: string;
  readonly keySecret: string;
  readonly signName: string;
  /** By the message's purpose, e.g. `LOG_IN_CODE`. */
  readonly templates: Readonly<Record<string, SmsTemplate>>;
}

export type SmsSettings =
  /** Nothing is sent; messages are read at /demo/messages. */
  | { readonly provider: 'page' }
  /** Nothing is sent; messages are written to the log. For development only. */
  | { readonly provider: 'console' }
  /** Nothing is sent and messages wait: no provider was chosen. */
  | { readonly provider: 'none' }
  | { readonly provider: 'http'; readonly endpoint: string; readonly keySecret: string }
  | ({ readonly provider: 'aliyun' } & TemplateSettings)
  | ({
      readonly provider: 'tencent';
      readonly region: string;
      readonly appId: string;
    } & TemplateSettings);

/** The two words a provider gives its customer; from the environment, else from the secrets file. */
export interface SmsSecrets {
  readonly smsKeyId?: string;
  readonly smsKeySecret?: string;
}

const ALIYUN_ENDPOINT = 'https://dysmsapi.aliyuncs.com';
const TENCENT_ENDPOINT = 'https://sms.tencentcloudapi.com';

type File = Readonly<Record<string, unknown>>;

/** @throws SettingError naming what is missing and where it belongs. */
export function readSms(env: NodeJS.ProcessEnv, demo: boolean, secrets: SmsSecrets): SmsSettings {
  const provider = env['KAOPU_SMS'] ?? (demo ? 'page' : 'none');
  switch (provider) {
    case 'page':
      if (!demo)
        throw new SettingError('KAOPU_SMS=page is for demonstrations (KAOPU_DEMO=1) only.');
      return { provider };
    case 'console':
    case 'none':
      return { provider };
    case 'http':
    case 'aliyun':
    case 'tencent':
      return ofFile(provider, readFile(env['KAOPU_SMS_FILE']), readKeys(env, secrets));
    default:
      throw new SettingError(
        `KAOPU_SMS must be page, console, none, http, aliyun or tencent, not "${provider}".`,
      );
  }
}

function readKeys(env: NodeJS.ProcessEnv, secrets: SmsSecrets): Keys {
  return {
    keyId: env['KAOPU_SMS_KEY_ID'] ?? secrets.smsKeyId ?? '',
    keySecret: env['KAOPU_SMS_KEY_SECRET'] ?? secrets.smsKeySecret ?? '',
  };
}

type Keys = Pick<TemplateSettings, 'keyId' | 'keySecret'>;

function ofFile(provider: 'http' | 'aliyun' | 'tencent', file: File, keys: Keys): SmsSettings {
  switch (provider) {
    case 'http': {
      const keySecret = given('smsKeySecret', keys.keySecret);
      return { provider, endpoint: text(file, 'endpoint'), keySecret };
    }
    case 'aliyun':
      return { provider, ...templated(file, ALIYUN_ENDPOINT, keys) };
    case 'tencent':
      return {
        provider,
        region: text(file, 'region', 'ap-guangzhou'),
        appId: text(file, 'appId'),
        ...templated(file, TENCENT_ENDPOINT, keys),
      };
  }
}

function templated(file: File, endpoint: string, { keyId, keySecret }: Keys): TemplateSettings {
  const templates = file['templates'];
  if (!isRecord(templates)) throw new SettingError('KAOPU_SMS_FILE lacks "templates".');
  return {
    endpoint: text(file, 'endpoint', endpoint),
    keyId: given('smsKeyId', keyId),
    keySecret: given('smsKeySecret', keySecret),
    signName: text(file, 'signName'),
    templates: Object.fromEntries(
      Object.entries(templates).map(([purpose, template]) => [
        purpose,
        readTemplate(purpose, template),
      ]),
    ),
  };
}

function readTemplate(purpose: string, template: unknown): SmsTemplate {
  if (typeof template === 'string') return { id: template, params: [] };
  const { id, params = [] } = isRecord(template) ? template : {};
  if (typeof id !== 'string' || !Array.isArray(params)) {
    throw new SettingError(
      `KAOPU_SMS_FILE: template ${purpose} must be an id, or { "id": "…", "params": ["…"] }.`,
    );
  }
  return { id, params: params.map(String) };
}

function readFile(path: string | undefined): File {
  if (!path) throw new SettingError('KAOPU_SMS_FILE is not set; docs/operators.md shows one.');
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (isRecord(parsed)) return parsed;
  } catch {
    // Told below, like a file that holds something else.
  }
  throw new SettingError(`The file ${path} (KAOPU_SMS_FILE) cannot be read as a JSON object.`);
}

function text(file: File, name: string, standard?: string): string {
  const value = file[name] ?? standard;
  if (typeof value === 'string' && value !== '') return value;
  throw new SettingError(`KAOPU_SMS_FILE lacks "${name}".`);
}

function given(name: string, value: string): string {
  if (value !== '') return value;
  throw new SettingError(
    `${name} is missing: put it into the secrets file, or set KAOPU_SMS_KEY_ID and KAOPU_SMS_KEY_SECRET.`,
  );
}

const isRecord = (value: unknown): value is File =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readMail, type MailSecrets, type MailSettings } from './mail-settings.js';
import { SettingError } from './setting-error.js';
import { readSms, type SmsSecrets, type SmsSettings } from './sms-settings.js';

/** Key material, read once at start from `KAOPU_SECRETS_FILE`; never logged, never in git. */
export interface Secrets extends SmsSecrets, MailSecrets {
  /** 32 bytes, base64: encrypts personal data columns. */
  readonly fieldKey: string;
  /** 32 bytes, base64: keyed hash by which an encrypted value is found again. */
  readonly blindIndexKey: string;
  /** 32 bytes, base64: encrypts stored files. */
  readonly fileKey: string;
  /** 32 bytes, base64: mixed into every password before hashing. */
  readonly passwordPepper: string;
  /** 32 bytes, base64: signs short-lived download addresses. */
  readonly urlSigningKey: string;
  /** Ed25519 private key, PKCS8 PEM: signs access tokens. */
  readonly jwtPrivateKey: string;
  readonly jwtKeyId: string;
}

/** Everything the process is told from outside; read once, then handed around. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly webDir: string | null;
  /** Base of every address we print or put in a QR code, without a trailing slash. */
  readonly publicUrl: string;
  /** A demonstration: messages can be read at /demo/messages and papers carry 演示. */
  readonly demo: boolean;
  /** Whether `/graphql` answers nothing but the documents of the web app it was built with. */
  readonly onlyTrustedDocuments: boolean;
  readonly helpPhone: string;
  readonly secrets: Secrets;
  readonly logLevel: string;
  /** How many proxies of ours stand in front, or their addresses; false takes no header's word. */
  readonly trustProxy: number | string | false;
  readonly sms: SmsSettings;
  readonly mail: MailSettings;
}

export const SETTINGS = Symbol('Settings');

const SECRET_NAMES: readonly Exclude<keyof Secrets, keyof SmsSecrets | keyof MailSecrets>[] = [
  'fieldKey',
  'blindIndexKey',
  'fileKey',
  'passwordPepper',
  'urlSigningKey',
  'jwtPrivateKey',
  'jwtKeyId',
];

/** @throws SettingError naming the variable and what to do. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = readPort(env['PORT'] ?? '3000');
  const databaseUrl = env['DATABASE_URL'];
  if (!databaseUrl)
    throw new SettingError('DATABASE_URL is not set (mysql://user:password@host:port/database).');
  const dataDir = resolve(env['DATA_DIR'] ?? '.data');
  mkdirSync(dataDir, { recursive: true });
  const demo = env['KAOPU_DEMO'] === '1';
  const secrets = readSecrets(env['KAOPU_SECRETS_FILE'] ?? join(dataDir, 'secrets.json'));
  return {
    port,
    host: env['HOST'] ?? '0.0.0.0',
    databaseUrl,
    dataDir,
    webDir: env['KAOPU_WEB_DIR'] ? resolve(env['KAOPU_WEB_DIR']) : null,
    publicUrl: (env['PUBLIC_URL'] ?? `http://localhost:${port}`).replace(/\/$/, ''),
    demo,
    onlyTrustedDocuments: readDocuments(env['KAOPU_DOCUMENTS'], demo),
    helpPhone: env['KAOPU_HELP_PHONE'] ?? '000-0000-0000',
    secrets,
    logLevel: env['LOG_LEVEL'] ?? 'info',
    trustProxy: readTrustProxy(env['TRUST_PROXY']),
    sms: readSms(env, demo, secrets),
    mail: readMail(env, demo, secrets),
  };
}

/** Never "believe whatever the header says": a client writes the first addresses of it itself. */
function readTrustProxy(text: string | undefined): number | string | false {
  if (text === undefined || text === '' || text === '0') return false;
  if (/^[1-9]$/.test(text)) return Number(text);
  if (/^[\d.:a-f/, ]+$/i.test(text) && /[.:]/.test(text)) return text;
  throw new SettingError(
    `TRUST_PROXY must be the number of proxies in front (1 to 9) or their addresses, not "${text}".`,
  );
}

function readDocuments(text: string | undefined, demo: boolean): boolean {
  if (text === undefined || text === '') return !demo;
  if (text === 'trusted' || text === 'any') return text === 'trusted';
  throw new SettingError(`KAOPU_DOCUMENTS must be "trusted" or "any", not "${text}".`);
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new SettingError(`PORT must be a number from 0 to 65535, not "${text}".`);
  }
  return port;
}

function readSecrets(file: string): Secrets {
  let parsed: Partial<Record<keyof Secrets, unknown>>;
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<keyof Secrets, unknown>>;
  } catch {
    throw new SettingError(
      `The secrets file ${file} cannot be read. Set KAOPU_SECRETS_FILE, or use npm start, which makes one.`,
    );
  }
  const missing = SECRET_NAMES.filter(
    (name) => typeof parsed[name] !== 'string' || parsed[name] === '',
  );
  if (missing.length > 0)
    throw new SettingError(`The secrets file ${file} lacks: ${missing.join(', ')}.`);
  return parsed as Secrets;
}

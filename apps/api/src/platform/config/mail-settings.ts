import { SettingError } from './setting-error.js';

export type MailSettings =
  /** Nothing is sent; mails are read at /demo/messages. */
  | { readonly provider: 'page' }
  /** Nothing is sent; mails are written to the log. For development only. */
  | { readonly provider: 'console' }
  /** No mail is written at all: no provider was chosen. */
  | { readonly provider: 'none' }
  | {
      readonly provider: 'smtp';
      readonly host: string;
      readonly port: number;
      /** TLS from the first byte (`smtps`); otherwise STARTTLS. */
      readonly secure: boolean;
      /** Null for a server that knows its clients by their address. */
      readonly user: string | null;
      readonly password: string | null;
      /** `name@example.com` or `名称 <name@example.com>`. */
      readonly from: string;
    };

/** From the environment, else from the secrets file. */
export interface MailSecrets {
  readonly smtpPassword?: string;
}

const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };

/** @throws SettingError naming what is missing and where it belongs. */
export function readMail(
  env: NodeJS.ProcessEnv,
  demo: boolean,
  secrets: MailSecrets,
): MailSettings {
  const provider = env['KAOPU_MAIL'] ?? (demo ? 'page' : 'none');
  switch (provider) {
    case 'page':
      if (!demo)
        throw new SettingError('KAOPU_MAIL=page is for demonstrations (KAOPU_DEMO=1) only.');
      return { provider };
    case 'console':
    case 'none':
      return { provider };
    case 'smtp':
      return smtp(env, secrets);
    default:
      throw new SettingError(`KAOPU_MAIL must be page, console, none or smtp, not "${provider}".`);
  }
}

function smtp(env: NodeJS.ProcessEnv, secrets: MailSecrets): MailSettings {
  const url = readUrl(env['KAOPU_SMTP_URL']);
  const from = env['KAOPU_MAIL_FROM'] ?? '';
  if (!/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(from)) {
    throw new SettingError(
      'KAOPU_MAIL_FROM must be the sender, like name@example.com or 名称 <name@example.com>.',
    );
  }
  const user = url.username === '' ? null : decodeURIComponent(url.username);
  const password = env['KAOPU_SMTP_PASSWORD'] ?? secrets.smtpPassword ?? null;
  if (user !== null && password === null) {
    throw new SettingError(
      'smtpPassword is missing: put it into the secrets file, or set KAOPU_SMTP_PASSWORD.',
    );
  }
  return {
    provider: 'smtp',
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (PORTS[url.protocol] ?? 587) : Number(url.port),
    secure: url.protocol === 'smtps:',
    user,
    password,
    from,
  };
}

/** Without a password: addresses are shown in lists of processes and in logs. */
function readUrl(text: string | undefined): URL {
  const url = text !== undefined && URL.canParse(text) ? new URL(text) : null;
  if (url && url.protocol in PORTS && url.hostname !== '' && url.password === '') return url;
  throw new SettingError(
    'KAOPU_SMTP_URL must be like smtps://user@smtp.example.com:465 or smtp://…:587, without the password.',
  );
}

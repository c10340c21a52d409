import { createTransport } from 'nodemailer';
import type { MailSettings } from '../../platform/config/mail-settings.js';
import type { MailOutcome, MailProvider, OutgoingMail } from './mail-provider.js';

export type SmtpSettings = Extract<MailSettings, { provider: 'smtp' }>;

const PATIENCE_MILLISECONDS = 15_000;
const OWN_MACHINE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1']);

type Transport = Pick<ReturnType<typeof createTransport>, 'sendMail'>;

/**
 * An SMTP server of the operator's. Over the network it must speak TLS: the mails name people. One
 * connection a mail, so that a server that hangs up on idle clients costs no attempt.
 */
export class SmtpMail implements MailProvider {
  private readonly transport: Transport;
  private readonly domain: string;

  constructor(private readonly settings: SmtpSettings) {
    const { host, port, secure, user, password, from } = settings;
    this.domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '');
    this.transport = createTransport({
      host,
      port,
      secure,
      requireTLS: !secure && !OWN_MACHINE.has(host),
      ...(user !== null && { auth: { user, pass: password ?? '' } }),
      connectionTimeout: PATIENCE_MILLISECONDS,
      greetingTimeout: PATIENCE_MILLISECONDS,
      socketTimeout: PATIENCE_MILLISECONDS,
      // A body is words of ours; nothing in it is a file or an address to read from.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ id, address, subject, body }: OutgoingMail): Promise<MailOutcome> {
    const messageId = `<${id}@${this.domain}>`;
    try {
      await this.transport.sendMail({
        from: this.settings.from,
        to: { name: '', address },
        subject,
        text: body,
        messageId,
        // Out-of-office machines stay quiet (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { kind: 'SENT', providerId: messageId };
    } catch (thrown) {
      return outcomeOf(thrown);
    }
  }
}

function outcomeOf(thrown: unknown): MailOutcome {
  const { code, responseCode, permanent } = isRecord(thrown) ? thrown : {};
  const words = [code, responseCode].filter((word) => word !== undefined);
  const reason = words.map(String).join(' ') || 'unknown';
  // A refused log-in or no TLS is a fault of the settings: the mail may be sent once they are right.
  const isFinal = permanent === true && (code === 'EENVELOPE' || code === 'EMESSAGE');
  return { kind: isFinal ? 'REFUSED' : 'LATER', reason };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

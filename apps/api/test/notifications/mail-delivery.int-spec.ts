import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SmtpMail } from '../../src/notifications/mail/smtp-mail.js';
import type { MailSettings } from '../../src/platform/config/mail-settings.js';
import { signedInCandidate } from '../builders/accounts.js';
import { aNotice } from '../builders/notices.js';
import { ApiHarness } from '../support/api-harness.js';
import { SmtpServer } from '../support/smtp-server.js';

const settingsOf = (port: number): Extract<MailSettings, { provider: 'smtp' }> => ({
  provider: 'smtp',
  host: '127.0.0.1',
  port,
  secure: false,
  user: null,
  password: null,
  from: '考谱 <kaopu@example.com>',
});

describe('mails on their way out', () => {
  let server: SmtpServer;
  let api: ApiHarness;

  beforeAll(async () => {
    server = await SmtpServer.start();
    api = await ApiHarness.start({ mail: settingsOf(server.port) });
  });
  beforeEach(() => {
    server.mails.length = 0;
    server.verdict = '250 2.0.0 queued';
  });
  afterAll(async () => {
    await api.stop();
    await server.stop();
  });

  const posted = async (): Promise<void> => {
    const { accountId } = await signedInCandidate(api);
    await aNotice(api, accountId, 'RETURNED', ['MAIL']);
  };

  const fates = async (): Promise<(string | null)[]> => {
    const rows = await api.db.query<{ outcome: string | null }[]>(
      'SELECT outcome FROM mail_message ORDER BY id DESC',
    );
    return rows.map(({ outcome }) => outcome);
  };

  const headOf = (name: string) =>
    server.mails.map(({ content }) => new RegExp(`^${name}: (.*)$`, 'im').exec(content)?.[1]);

  it('are handed to the mail server once, and say that a machine wrote them', async () => {
    await posted();
    await api.deliver();
    expect(server.mails.map(({ to }) => to)).toEqual([['kaosheng@example.com']]);
    expect(headOf('Auto-Submitted')).toEqual(['auto-generated']);
    expect(headOf('From')[0]).toContain('kaopu@example.com');
    expect((await fates())[0]).toBe('SENT');
  });

  it('are tried again under the same name when the server is busy or the answer got lost', async () => {
    server.verdict = '451 4.3.0 come back later';
    await posted();
    server.verdict = null;
    api.clock.advance(60);
    await api.deliver();
    server.verdict = '250 2.0.0 queued';
    api.clock.advance(60);
    await api.deliver();
    const names = headOf('Message-ID');
    expect(names).toHaveLength(3);
    expect(new Set(names).size).toBe(1);
    expect(names[0]).toMatch(/^<[0-9a-f-]{36}@example\.com>$/);
    expect((await fates())[0]).toBe('SENT');
  });

  it('are not tried again when the mailbox does not exist', async () => {
    server.verdict = '550 5.1.1 no such mailbox';
    await posted();
    api.clock.advance(3600);
    await api.deliver();
    expect(server.mails).toHaveLength(1);
    expect((await fates())[0]).toBe('REFUSED');
  });

  it('are given up once they are over, and deleted a day later', async () => {
    server.verdict = '451 4.3.0 come back later';
    await posted();
    api.clock.advance(8 * 24 * 3600);
    await api.deliver();
    expect((await fates())[0]).toBe('EXPIRED');
    api.clock.advance(24 * 3600);
    server.verdict = '250 2.0.0 queued';
    await posted();
    expect(await fates()).not.toContain('EXPIRED');
  });

  it('wait for a server that is not there', async () => {
    const gone = await SmtpServer.start();
    const mail = new SmtpMail(settingsOf(gone.port));
    await gone.stop();
    const outcome = await mail.send({ id: 'x', address: 'a@b.c', subject: 's', body: 'b' });
    expect(outcome.kind).toBe('LATER');
  });

  it('are not handed over a network in the clear', async () => {
    const mail = new SmtpMail({ ...settingsOf(server.port), host: '127.0.0.2' });
    const outcome = await mail.send({ id: 'x', address: 'a@b.c', subject: 's', body: 'b' });
    expect(outcome.kind).toBe('LATER');
    expect(server.mails).toEqual([]);
  });
});

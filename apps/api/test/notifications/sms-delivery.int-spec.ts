import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SmsMessages } from '../../src/notifications/messages-sink.js';
import type { Actor } from '../../src/platform/access/actor.js';
import { anonymous } from '../../src/platform/access/actor.js';
import { Transactions } from '../../src/platform/database/transactions.js';
import { ApiHarness } from '../support/api-harness.js';
import { SmsGateway } from '../support/sms-gateway.js';

const SOMEBODY: Actor = anonymous({
  id: 'test',
  ip: '127.0.0.1',
  userAgent: '',
  language: 'zh-CN',
});
const PHONE = '13900000001';
const TEMPLATES = { LOG_IN_CODE: { id: 'SMS_1', params: [] } };

describe('text messages on their way out', () => {
  let gateway: SmsGateway;
  let api: ApiHarness;

  beforeAll(async () => {
    gateway = await SmsGateway.start();
    const keys = { keyId: 'demo-key', keySecret: 'demo-secret', signName: '演示签名' };
    api = await ApiHarness.start({
      sms: { provider: 'aliyun', endpoint: gateway.url, templates: TEMPLATES, ...keys },
    });
  });
  beforeEach(() => {
    gateway.calls.length = 0;
    gateway.whileAsked = null;
    gateway.mode = { status: 200, json: { Code: 'OK', BizId: 'biz-1' } };
  });
  afterAll(async () => {
    await api.stop();
    await gateway.stop();
  });

  async function queue(changes: { goodUntil?: Date; purpose?: string } = {}): Promise<void> {
    const messages = api.app.get(SmsMessages);
    const message = { purpose: 'LOG_IN_CODE', phone: PHONE, body: '123456', ...changes };
    await api.app
      .get(Transactions)
      .run(
        { actor: SOMEBODY, operation: 'test', idempotencyKey: null, input: null },
        async (tx) => {
          await messages.queue(tx, { ...message, params: { code: '123456' } });
          return 'test';
        },
      );
  }

  const fates = async (): Promise<(string | null)[]> => {
    const rows = await api.db.query<{ outcome: string | null }[]>(
      'SELECT outcome FROM sms_message ORDER BY id DESC',
    );
    return rows.map(({ outcome }) => outcome);
  };

  it('are sent once, with the provider’s own name kept', async () => {
    await queue();
    await api.deliver();
    await api.deliver();
    expect(gateway.calls).toHaveLength(1);
    expect(await api.db.query('SELECT outcome, provider_id FROM sms_message')).toEqual([
      { outcome: 'SENT', provider_id: 'biz-1' },
    ]);
  });

  it('are tried again after a refusal that passes, and then sent once', async () => {
    gateway.mode = { status: 400, json: { Code: 'Throttling.User' } };
    await queue();
    await api.deliver();
    gateway.mode = { status: 200, json: { Code: 'OK' } };
    await api.deliver();
    expect(gateway.calls).toHaveLength(1);
    api.clock.advance(60);
    await api.deliver();
    expect(gateway.calls).toHaveLength(2);
    expect((await fates())[0]).toBe('SENT');
  });

  it('are not sent twice when the provider’s answer got lost', async () => {
    gateway.mode = 'HANG_UP';
    await queue();
    await api.deliver();
    api.clock.advance(3600);
    await api.deliver();
    expect(gateway.calls).toHaveLength(1);
    expect((await fates())[0]).toBe('UNCERTAIN');
  });

  it('are not sent once they are over', async () => {
    await queue({ goodUntil: api.clock.now() });
    await api.deliver();
    expect(gateway.calls).toHaveLength(0);
    expect((await fates())[0]).toBe('EXPIRED');
  });

  it('hold no transaction while the provider is asked', async () => {
    let free: unknown[] = [];
    gateway.whileAsked = async () => {
      free = await api.db.query<unknown[]>(
        `SELECT id FROM outbox WHERE topic = 'sms.send' AND delivered_at IS NULL AND last_error IS NULL
         FOR UPDATE SKIP LOCKED`,
      );
    };
    await queue();
    await api.deliver();
    expect(free).toHaveLength(1);
  });

  it('that hold a code are deleted after a day', async () => {
    await queue({ goodUntil: new Date(api.clock.now().getTime() + 300_000) });
    await api.deliver();
    api.clock.advance(2 * 24 * 3600);
    await queue();
    const [{ old } = { old: 1 }] = await api.db.query<{ old: number | string }[]>(
      'SELECT COUNT(*) AS old FROM sms_message WHERE good_until IS NOT NULL',
    );
    expect(Number(old)).toBe(0);
  });
});

import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SETTINGS, type Settings } from '../../src/platform/config/settings.js';
import { Transactions } from '../../src/platform/database/transactions.js';
import { anonymous } from '../../src/platform/access/actor.js';
import { SmsMessages } from '../../src/notifications/messages-sink.js';
import { ApiHarness } from '../support/api-harness.js';

describe('messages of a demonstration', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await ApiHarness.start();
  });
  afterAll(() => api.stop());

  async function send(phone: string, body: string): Promise<void> {
    const actor = anonymous({ id: uuid(), ip: '127.0.0.1', userAgent: '', language: 'zh-CN' });
    await api.app
      .get(Transactions)
      .run({ actor, operation: 'test', idempotencyKey: null, input: null }, async (tx) => {
        await api.app.get(SmsMessages).queue(tx, { purpose: 'TEST', phone, body });
        return uuid();
      });
  }

  const read = async (path: string): Promise<string> => (await api.browser().fetch(path)).text();

  it('appear once the outbox delivered them, newest first, of one phone when asked', async () => {
    // Due in a second: the outbox looks by itself, too.
    api.clock.advance(1);
    await send('13900000001', '第一条');
    api.clock.advance(-1);
    expect(await read('/demo/messages.json')).toBe('[]');
    api.clock.advance(1);
    await api.deliver();
    await send('13900000002', '第二条');
    await api.deliver();
    const all = JSON.parse(await read('/demo/messages.json')) as { body: string }[];
    expect(all.map(({ body }) => body)).toEqual(['第二条', '第一条']);
    const one = JSON.parse(await read('/demo/messages.json?phone=13900000001')) as unknown[];
    expect(one).toMatchObject([{ phone: '13900000001', body: '第一条', purpose: 'TEST' }]);
  });

  it('are shown escaped, under the strict policy of all pages', async () => {
    await send('13900000003', '<script>alert(1)</script>"&\'');
    await api.deliver();
    const response = await api.browser().fetch('/demo/messages');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const page = await response.text();
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;&#39;');
    const nonce = /nonce="([^"]+)"/.exec(page)?.[1] ?? 'none';
    expect(response.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
  });

  it('do not exist outside of one', async () => {
    const settings = api.app.get<{ -readonly [Key in keyof Settings]: Settings[Key] }>(SETTINGS);
    settings.demo = false;
    try {
      for (const path of ['/demo/messages', '/demo/messages.json']) {
        expect((await api.browser().fetch(path)).status).toBe(404);
      }
    } finally {
      settings.demo = true;
    }
  });
});

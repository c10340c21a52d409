import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Transactions } from '../../src/platform/database/transactions.js';
import { OutboxHandlers } from '../../src/platform/outbox/outbox-handlers.js';
import type { OutboxLane } from '../../src/platform/outbox/outbox-lane.js';
import { MAX_ATTEMPTS } from '../../src/platform/outbox/outbox-worker.js';
import { anActor } from '../builders/certificates.js';
import { ApiHarness } from '../support/api-harness.js';

describe('the outbox', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await ApiHarness.start();
  });
  afterAll(() => api.stop());

  const emit = (topic: string, lane?: OutboxLane): Promise<unknown> =>
    api.app
      .get(Transactions)
      .run({ actor: anActor(), operation: 'test', idempotencyKey: null, input: null }, (tx) => {
        tx.emit(topic, {}, lane);
        return Promise.resolve(uuid());
      });

  const health = async () => {
    const response = await api.browser().fetch('/health/outbox');
    return { http: response.status, ...((await response.json()) as Record<string, unknown>) };
  };

  it('gives up after half a day, tells a monitor, and goes on when an operator says so', async () => {
    let works = false;
    let attempts = 0;
    api.app.get(OutboxHandlers).register('test.down', () => {
      attempts += 1;
      return works ? Promise.resolve() : Promise.reject(new Error('the provider is down'));
    });
    await emit('test.down');
    await api.deliver();
    api.clock.advance(10);
    expect(await health()).toMatchObject({ http: 200, waiting: 1, oldestSeconds: 10, dead: 0 });
    for (let hour = 0; hour < 24; hour++) {
      await api.deliver();
      api.clock.advance(3600);
    }
    expect(attempts).toBe(MAX_ATTEMPTS);
    expect(await health()).toMatchObject({ http: 503, status: 'dead letters', dead: 1 });
    works = true;
    await api.db.query(
      'UPDATE outbox SET attempts = 0 WHERE delivered_at IS NULL AND attempts >= ?',
      [MAX_ATTEMPTS],
    );
    await api.deliver();
    expect(await health()).toMatchObject({ http: 200, status: 'delivering', waiting: 0, dead: 0 });
  });

  it('brings a code although a crowd of other things is under way', async () => {
    const handlers = api.app.get(OutboxHandlers);
    let goOn = (): void => undefined;
    const slow = new Promise<void>((resolve) => (goOn = resolve));
    let codes = 0;
    handlers.register('test.crowd', () => slow);
    const arrived = (): Promise<void> => Promise.resolve(void (codes += 1));
    handlers.register('test.code', arrived);
    await emit('test.crowd');
    const crowd = api.deliver();
    await emit('test.code', 'CODES');
    await vi.waitFor(() => expect(codes).toBe(1), { timeout: 5000 });
    goOn();
    await crowd;
  });
});

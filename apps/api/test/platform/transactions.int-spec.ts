import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Actor } from '../../src/platform/access/actor.js';
import { Transactions, type Intent } from '../../src/platform/database/transactions.js';
import { RefusedError } from '../../src/platform/graphql/user-error.js';
import { OutboxHandlers } from '../../src/platform/outbox/outbox-handlers.js';
import { ApiHarness } from '../support/api-harness.js';

const somebody = (): Actor => ({
  ...anonymous({ id: uuid(), ip: '127.0.0.1', userAgent: 'test', language: 'zh-CN' }),
  kind: 'account',
  id: uuid(),
});

const intent = (actor: Actor, over: Partial<Intent> = {}): Intent => ({
  actor,
  operation: 'test',
  idempotencyKey: uuid(),
  input: { a: 1 },
  ...over,
});

describe('a mutation', () => {
  let api: ApiHarness;
  let transactions: Transactions;
  let db: DataSource;

  beforeAll(async () => {
    api = await ApiHarness.start();
    transactions = api.app.get(Transactions);
    db = api.db;
    await db.query('CREATE TABLE witness (id char(36) PRIMARY KEY, n int NOT NULL)');
  });
  afterAll(() => api.stop());

  const insert = (id: string): string => `INSERT INTO witness (id, n) VALUES ('${id}', 0)`;
  const count = async (sql: string, values: unknown[]): Promise<number> =>
    Number((await db.query<{ n: string }[]>(`SELECT COUNT(*) AS n FROM ${sql}`, values))[0]?.n);

  it('has one effect when twenty requests carry the same key at once', async () => {
    const asked = intent(somebody());
    const results = await Promise.all(
      Array.from({ length: 20 }, () =>
        transactions.run(asked, async ({ em }) => {
          const id = uuid();
          await em.query(insert(id));
          return id;
        }),
      ),
    );
    const [first] = results;
    expect(results.every((result) => result === first)).toBe(true);
    expect(await count('witness WHERE id = ?', [first])).toBe(1);
    expect(await count('audit_log WHERE subject_id = ?', [first])).toBe(1);
  });

  it('would have twenty effects without the key (control)', async () => {
    const before = await count('witness', []);
    const asked = intent(somebody(), { idempotencyKey: null });
    await Promise.all(
      Array.from({ length: 20 }, () =>
        transactions.run(asked, async ({ em }) => {
          const id = uuid();
          await em.query(insert(id));
          return id;
        }),
      ),
    );
    expect((await count('witness', [])) - before).toBe(20);
  });

  it('refuses the same key for other input', async () => {
    const asked = intent(somebody());
    await transactions.run(asked, () => Promise.resolve('x'));
    const again = await transactions.run({ ...asked, input: { a: 2 } }, () => Promise.resolve('y'));
    expect(again).toBeInstanceOf(RefusedError);
    expect(again).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
  });

  it('takes everything back when it is refused, so that the same key may be tried again', async () => {
    const asked = intent(somebody());
    const id = uuid();
    const refused = await transactions.run(asked, async ({ em, emit }) => {
      await em.query(insert(id));
      emit('nothing', { id });
      return new RefusedError('PLAN_FULL', 'full');
    });
    expect(refused).toMatchObject({ code: 'PLAN_FULL' });
    expect(await count('witness WHERE id = ?', [id])).toBe(0);
    expect(await count("outbox WHERE topic = 'nothing'", [])).toBe(0);
    expect(await count('idempotency WHERE idempotency_key = ?', [asked.idempotencyKey])).toBe(0);
    expect(await transactions.run(asked, () => Promise.resolve(id))).toBe(id);
  });

  it('runs a deadlock victim again from the start', async () => {
    const [a, b] = [uuid(), uuid()];
    await db.query(insert(a));
    await db.query(insert(b));
    let runs = 0;
    let holding = 0;
    let bothHold: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (bothHold = resolve));
    const cross = (first: string, second: string) =>
      transactions.run(intent(somebody()), async ({ em }) => {
        runs += 1;
        await em.query('UPDATE witness SET n = n + 1 WHERE id = ?', [first]);
        if (++holding === 2) bothHold();
        await held;
        await em.query('UPDATE witness SET n = n + 1 WHERE id = ?', [second]);
        return first;
      });
    expect(await Promise.all([cross(a, b), cross(b, a)])).toEqual([a, b]);
    expect(runs).toBe(3);
    const rows = await db.query<{ n: number }[]>('SELECT n FROM witness WHERE id IN (?)', [[a, b]]);
    expect(rows.map(({ n }) => n)).toEqual([2, 2]);
  });

  it('writes an audit row the database itself refuses to change', async () => {
    const id = uuid();
    await transactions.run(intent(somebody()), () => Promise.resolve(id));
    await expect(
      db.query("UPDATE audit_log SET operation = 'other' WHERE subject_id = ?", [id]),
    ).rejects.toThrow('append-only');
    await expect(db.query('DELETE FROM audit_log WHERE subject_id = ?', [id])).rejects.toThrow(
      'append-only',
    );
  });

  it('has its outbox rows delivered after commit, again after a failure', async () => {
    const delivered: string[] = [];
    let failures = 1;
    api.app.get(OutboxHandlers).register('test.topic', (payload) => {
      if (failures-- > 0) return Promise.reject(new Error('the provider is down'));
      delivered.push(String(payload['id']));
      return Promise.resolve();
    });
    const id = uuid();
    await transactions.run(intent(somebody()), ({ emit }) => {
      emit('test.topic', { id });
      return Promise.resolve(id);
    });
    await api.deliver();
    expect(delivered).toEqual([]);
    api.clock.advance(60);
    await api.deliver();
    expect(delivered).toEqual([id]);
    await api.deliver();
    expect(delivered).toEqual([id]);
  });
});

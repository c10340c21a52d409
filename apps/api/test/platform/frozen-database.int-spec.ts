import { setTimeout as sleep } from 'node:timers/promises';
import { text } from '@kaopu/domain';
import { MyNoticePreferencesDocument, UpdateNoticePreferencesDocument } from '@kaopu/graphql';
import { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { signedInCandidate, type SignedIn } from '../builders/accounts.js';
import { newKey } from '../builders/drafts.js';
import { apiClient, askPartner, askToken, tokenOf } from '../integration/partner-client.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { ApiHarness } from '../support/api-harness.js';
import { OwnDatabase } from '../support/own-database.js';

/** Three seconds are promised (pulse.spec.ts holds us to two); a busy machine gets as long again. */
const BOUND_MILLISECONDS = 6000;

const WAITING = 'still waiting' as const;

/** What came within the bound. */
const withinBound = <Answer>(answer: Promise<Answer>): Promise<Answer | typeof WAITING> =>
  Promise.race<Answer | typeof WAITING>([answer, sleep(BOUND_MILLISECONDS, WAITING)]);

const UNAVAILABLE = {
  errors: [
    {
      message: text('zh-CN', 'error.SERVICE_UNAVAILABLE', {}),
      extensions: { code: 'SERVICE_UNAVAILABLE', traceId: expect.any(String) },
    },
  ],
};

describe('A database that is up but frozen', () => {
  let database: OwnDatabase;
  let api: ApiHarness;
  let candidate: SignedIn;
  beforeAll(async () => {
    database = await OwnDatabase.start();
    api = await ApiHarness.start({}, database.url);
  });
  beforeEach(async ({ skip }) => {
    skip(!database.canFreeze, 'The database runs in a container.');
    candidate = await signedInCandidate(api);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    if (!database.canFreeze) return;
    database.thaw();
    await vi.waitFor(() => api.db.query('SELECT 1'), { timeout: 20_000, interval: 100 });
  });
  afterAll(async () => {
    await api.stop();
    await database.stop();
  });

  const read = (who: SignedIn) => who.ask(MyNoticePreferencesDocument);
  const update = (who: SignedIn, idempotencyKey: string) =>
    who.ask(UpdateNoticePreferencesDocument, {
      input: { sms: false, mail: true, language: 'EN', version: 0, idempotencyKey },
    });
  const updates = async ({ accountId }: SignedIn): Promise<number> => {
    const [row] = await api.db.query<{ n: string }[]>(
      "SELECT COUNT(*) AS n FROM audit_log WHERE actor_id = ? AND operation = 'updateNoticePreferences'",
      [accountId],
    );
    return Number(row?.n);
  };
  /** Until the server has noticed that its database is back. */
  const recovered = () =>
    vi.waitFor(async () => expect((await read(candidate)).errors).toBeUndefined(), {
      timeout: 20_000,
      interval: 100,
    });
  const DONE = { data: { updateNoticePreferences: { sms: false, version: 1 } } };

  it('refuses reads and mutations as unavailable, and takes the same key once it is back', async () => {
    const key = newKey();
    database.freeze();
    const answers = await withinBound(Promise.all([read(candidate), update(candidate, key)]));
    expect(answers).toMatchObject([UNAVAILABLE, UNAVAILABLE]);
    expect(await withinBound(update(candidate, key))).toMatchObject(UNAVAILABLE);
    database.thaw();
    await recovered();
    expect(await update(candidate, key)).toMatchObject(DONE);
    expect(await update(candidate, key)).toMatchObject(DONE);
    expect(await updates(candidate)).toBe(1);
  });

  it.each([
    ['text', false],
    ['hash', true],
  ])('is no secret told when it is asked who is there, by %s', async (_, namesDocuments) => {
    candidate.namesDocuments = namesDocuments;
    await read(candidate);
    // What is remembered of a session is over.
    api.clock.advance(60);
    database.freeze();
    const answer = await withinBound(read(candidate));
    expect(answer).toMatchObject(UNAVAILABLE);
    expect(Object.keys(answer)).toEqual(['errors']);
  });

  it('is told to partners as to everybody else', async () => {
    const client = await apiClient(api);
    const token = await tokenOf(api, client);
    database.freeze();
    const verified = await withinBound(askPartner(api, token, '{ __typename }'));
    const { clientId, secret } = client;
    const form = {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
    };
    const granted = await withinBound(askToken(api, form));
    expect(verified).toMatchObject({ status: 503, ...UNAVAILABLE });
    expect(granted).toMatchObject({ status: 503, body: UNAVAILABLE });
  });

  it('keeps nobody in line for a connection', async () => {
    database.freeze();
    const crowd = Array.from({ length: 80 }, () => read(candidate));
    const answers = await withinBound(Promise.all(crowd));
    expect(answers).toHaveLength(80);
    for (const answer of answers) expect(answer).toMatchObject(UNAVAILABLE);
  });

  it('that took a commit with it answers the same key with what was done', async () => {
    const key = newKey();
    vi.spyOn(api.db.logger, 'logQuery').mockImplementation((sql) => {
      if (sql === 'COMMIT') database.freeze();
    });
    expect(await withinBound(update(candidate, key))).toMatchObject(UNAVAILABLE);
    vi.restoreAllMocks();
    database.thaw();
    await recovered();
    expect(await update(candidate, key)).toMatchObject(DONE);
    expect(await updates(candidate)).toBe(1);
  });

  it('is not mistaken for one whose statement waits for a lock', async () => {
    await api.db.query('CREATE TABLE gate (id int PRIMARY KEY, n int NOT NULL)');
    await api.db.query('INSERT INTO gate VALUES (1, 0)');
    const holder = api.db.createQueryRunner();
    await holder.startTransaction();
    await holder.query('UPDATE gate SET n = 1');
    const waiter = api.db.query('UPDATE gate SET n = n + 1');
    await sleep(BOUND_MILLISECONDS);
    await holder.commitTransaction();
    await holder.release();
    await waiter;
    expect(await api.db.query('SELECT n FROM gate')).toEqual([{ n: 2 }]);
  });

  it('would let a statement wait past the bound without the guard (control)', async () => {
    const unguarded = await new DataSource(dataSourceOptions(database.url)).initialize();
    database.freeze();
    const statement = unguarded.query('SELECT 1 AS one');
    expect(await withinBound(statement)).toBe(WAITING);
    database.thaw();
    expect(await statement).toEqual([{ one: 1 }]);
    await unguarded.destroy();
  });
});

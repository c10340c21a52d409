import { LogOutDocument } from '@kaopu/graphql';
import { print } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { signedInCandidate } from '../builders/accounts.js';
import { ApiHarness } from '../support/api-harness.js';

/** What the caller writes, and what a proxy of ours appends. */
const [FORGED, REAL] = ['203.0.113.9', '198.51.100.7'];

describe('The address of a caller', () => {
  const started: ApiHarness[] = [];
  afterAll(() => Promise.all(started.map((api) => api.stop())));

  const addressOf = async (trustProxy: number | false): Promise<string | undefined> => {
    const api = await ApiHarness.start({ trustProxy });
    started.push(api);
    const browser = await signedInCandidate(api);
    await browser.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `${FORGED}, ${REAL}` },
      body: JSON.stringify({ query: print(LogOutDocument) }),
    });
    const [row] = await api.db.query<{ ip: string }[]>(
      "SELECT ip FROM audit_log WHERE operation = 'logOut'",
    );
    return row?.ip;
  };

  it('is what our own proxy says, never what the caller wrote in front of it', async () => {
    expect(await addressOf(1)).toBe(REAL);
  });

  it('is the connection’s where no proxy is expected, whatever the caller writes', async () => {
    expect(await addressOf(false)).toBe('127.0.0.1');
  });
});

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { partnerSchema } from '../../src/integration/partner-schema.js';
import { PartnerTokens } from '../../src/integration/partner-tokens.js';
import { certificate } from '../builders/certificates.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness, TEST_NOW } from '../support/api-harness.js';
import { apiClient, askPartner, tokenOf, type ClientCredentials } from './partner-client.js';

const GOLDEN = fileURLToPath(
  new URL('../../../../libs/graphql/integration.graphql', import.meta.url),
);
const MAIN = fileURLToPath(new URL('../../../../libs/graphql/schema.graphql', import.meta.url));
const QUERY = `query Verify($input: VerifyCertificateInput!) {
  verifyCertificate(input: $input) {
    result asOf
    checks { code passed expected actual }
    certificate { number holderName status authority institution replacedBy
      items { code name firstIssueDate approvalDate validFrom validTo restriction } }
  }
}`;

interface Verified {
  readonly result: string;
  readonly asOf: string;
  readonly checks: readonly { readonly code: string; readonly passed: boolean }[];
  readonly certificate: Readonly<Record<string, unknown>> | null;
}

const notAsked = (): Promise<never> => Promise.reject(new Error('not asked'));

describe('verifyCertificate', () => {
  let api: ApiHarness;
  let client: ClientCredentials;
  let token: string;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    client = await apiClient(api);
  });
  beforeEach(async () => {
    api.clock.set(TEST_NOW);
    await api.db.query('TRUNCATE TABLE rate_limit');
    token = await tokenOf(api, client);
  });
  afterAll(() => api.stop());

  const question = (number: string, more: Readonly<Record<string, unknown>> = {}) => ({
    input: {
      certificateNo: number,
      name: '演示考生',
      item: 'RT-Ⅱ',
      from: '2026-11-01',
      to: '2026-11-02',
      ...more,
    },
  });

  async function verify(
    number: string,
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<Verified> {
    const answer = await askPartner(api, token, QUERY, question(number, more));
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data?.['verifyCertificate'] as Verified;
  }

  const failed = ({ checks }: Verified): string[] =>
    checks.filter(({ passed }) => !passed).map(({ code }) => code);

  it('answers VALID with one row per check and a masked certificate', async () => {
    const { number } = await certificate(api);
    const verified = await verify(number);
    expect(verified).toMatchObject({
      result: 'VALID',
      asOf: TEST_NOW,
      checks: [
        { code: 'NUMBER_NAME', passed: true },
        { code: 'ITEM', passed: true, expected: 'RT', actual: 'RT' },
        { code: 'LEVEL', passed: true, expected: 'II', actual: 'II' },
        { code: 'STATUS', passed: true, expected: 'VALID', actual: 'VALID' },
        { code: 'INTERVAL', passed: true, actual: '2026-02-01/2031-01-31' },
        { code: 'ISSUER', passed: true, expected: 'PROVINCIAL', actual: 'PROVINCIAL P34' },
      ],
      certificate: { number, holderName: '演*', status: 'VALID', replacedBy: null },
    });
    expect(JSON.stringify(verified)).not.toMatch(/演示考生|340101/);
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['RT-II', {}],
    ['RT2', {}],
    ['RT II', {}],
    ['RT', { level: 'Ⅱ' }],
    ['ＲＴ－Ⅱ级', {}],
  ])('understands the item written as %j', async (item, more) => {
    const { number } = await certificate(api);
    expect(await verify(number, { item, ...more })).toMatchObject({ result: 'VALID' });
  });

  it('counts the first and the last day of validity in full, and not a day more', async () => {
    const { number } = await certificate(api);
    const result = async (from: string, to: string): Promise<string[]> =>
      failed(await verify(number, { from, to }));
    expect(await result('2026-02-01', '2031-01-31')).toEqual([]);
    expect(await result('2026-01-31', '2026-02-01')).toEqual(['INTERVAL']);
    expect(await result('2031-01-31', '2031-02-01')).toEqual(['INTERVAL']);
    // A day inside the validity stays covered after the end: the work was done in time.
    api.clock.set('2031-01-31T15:59:59.999Z');
    token = await freshToken();
    expect(await verify(number)).toMatchObject({
      result: 'VALID',
      certificate: { status: 'VALID' },
    });
    api.clock.set('2031-01-31T16:00:00.000Z');
    token = await freshToken();
    expect(await verify(number)).toMatchObject({
      result: 'VALID',
      certificate: { status: 'EXPIRED' },
    });
  });

  /** The clock is beyond the client's year here, so the token is made by hand. */
  async function freshToken(): Promise<string> {
    await api.db.query("UPDATE api_client SET expires_at = '2040-01-01'");
    return api.app
      .get(PartnerTokens)
      .issue({ clientId: client.id, scopes: ['certificates:verify'] });
  }

  it.each<[string, Readonly<Record<string, unknown>>, string[]]>([
    ['another method', { item: 'UT-II' }, ['ITEM', 'LEVEL', 'INTERVAL']],
    ['another level', { item: 'RT-III' }, ['LEVEL']],
    ['too long an interval', { to: '2031-02-01' }, ['INTERVAL']],
  ])('answers INVALID for %s and names what failed', async (_title, more, codes) => {
    const { number } = await certificate(api);
    const verified = await verify(number, more);
    expect([verified.result, failed(verified)]).toEqual(['INVALID', codes]);
  });

  it.each(['SUSPENDED', 'REVOKED', 'CANCELLED'])(
    'answers INVALID for a %s certificate',
    async (status) => {
      const { id, number } = await certificate(api);
      await api.db.query('UPDATE certificate SET status = ? WHERE id = ?', [status, id]);
      const verified = await verify(number);
      expect([verified.result, failed(verified)]).toEqual(['INVALID', ['STATUS']]);
      expect(verified.certificate).toMatchObject({ status });
    },
  );

  it('names the certificate that replaced one', async () => {
    const old = await certificate(api);
    const successor = await certificate(api);
    await api.db.query(
      "UPDATE certificate SET status = 'SUPERSEDED', superseded_by = ? WHERE id = ?",
      [successor.id, old.id],
    );
    expect(await verify(old.number)).toMatchObject({
      result: 'INVALID',
      certificate: { status: 'SUPERSEDED', replacedBy: successor.number },
    });
  });

  it('answers a wrong name exactly like an unknown number', async () => {
    const { number } = await certificate(api);
    const wrongName = await verify(number, { name: '演示别人' });
    expect(wrongName).toMatchObject({
      result: 'NOT_FOUND',
      checks: [{ code: 'NUMBER_NAME', passed: false, expected: null, actual: null }],
      certificate: null,
    });
    expect(await verify('YS-NOBODY')).toEqual(wrongName);
  });

  it.each([
    ['an item that cannot be read', { item: '???' }, 'ITEM_UNREADABLE'],
    ['an interval that runs backwards', { from: '2026-11-03' }, 'INTERVAL_ORDER'],
  ])('refuses %s instead of answering INVALID', async (_title, more, reason) => {
    const answer = await askPartner(api, token, QUERY, question('x', more));
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION', reason });
  });

  it('refuses a token without the scope, with a code of its own', async () => {
    const bare = await api.app.get(PartnerTokens).issue({ clientId: client.id, scopes: [] });
    const answer = await askPartner(api, bare, QUERY, question('x'));
    expect(answer.status).toBe(403);
    expect(answer.errors?.[0]?.extensions['code']).toBe('SCOPE_MISSING');
    expect(answer.errors?.[0]?.message).toMatch(/权限/);
  });

  it('writes down who asked about which certificate and what came out, but no contents', async () => {
    const { id, number } = await certificate(api);
    await verify(number, { item: 'RT-III' });
    const rows = await api.db.query<unknown[]>(
      "SELECT actor_id AS actor, details FROM audit_log WHERE operation = 'verifyCertificate' AND subject_id = ?",
      [id],
    );
    const details = {
      result: 'INVALID',
      failed: ['LEVEL'],
      item: 'RT-III',
      from: '2026-11-01',
      to: '2026-11-02',
    };
    expect(rows).toEqual([{ actor: client.id, details }]);
    expect(JSON.stringify(rows)).not.toMatch(/演示考生/);
  });

  it('has the limits of our own endpoint', async () => {
    const many = Array.from({ length: 16 }, (_, index) => `a${String(index)}: __typename`).join(
      ' ',
    );
    const aliases = await askPartner(api, token, `{ ${many} }`);
    expect(aliases.errors?.[0]?.extensions['code']).toBe('QUERY_TOO_COMPLEX');
    const deep = `{ __schema { ${'types { fields { type { '.repeat(5)} name ${'} } } '.repeat(5)} } }`;
    const nested = await askPartner(api, token, deep);
    expect(nested.errors?.[0]?.extensions['code']).toMatch(/QUERY_TOO_COMPLEX|VALIDATION/);
    const broken = await askPartner(api, token, '{ nothing }');
    expect(broken).toMatchObject({ status: 400 });
    expect(broken.errors?.[0]?.extensions['code']).toBe('VALIDATION');
  });

  it('slows down a client that asks more than 600 times a minute', async () => {
    await api.db.query(
      'INSERT INTO rate_limit (limit_key, window_start, used, expires_at) VALUES (?, ?, 600, 4102444800)',
      [`partner.verify:${client.id}`, Math.floor(new Date(TEST_NOW).getTime() / 60_000) * 60],
    );
    const answer = await askPartner(api, token, QUERY, question('x'));
    expect(answer.status).toBe(429);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED' });
    expect(answer.errors?.[0]?.extensions['retryAfterSeconds']).toBeGreaterThan(0);
  });

  it('shows its schema to whoever has a token: the golden one, and nothing of our own', async () => {
    const schema = partnerSchema({ verify: notAsked, verifyAll: notAsked });
    const printed = `${printSchema(lexicographicSortSchema(schema))}
`;
    // After a wanted change: vitest run … -u, and an entry in docs/changes.md.
    await expect(printed).toMatchFileSnapshot(GOLDEN);
    const answer = await askPartner(
      api,
      token,
      '{ __schema { types { name } queryType { fields { name } } } }',
    );
    const shown = answer.data?.['__schema'] as {
      types: { name: string }[];
      queryType: { fields: { name: string }[] };
    };
    expect(shown.queryType.fields.map(({ name }) => name)).toEqual([
      'verifyCertificate',
      'verifyCertificates',
    ]);
    expect(shown.types.map(({ name }) => name)).not.toContain('Application');
    expect(readFileSync(MAIN, 'utf8')).not.toMatch(/VerifyCertificateInput|VerifiedCertificate/);
  });
});

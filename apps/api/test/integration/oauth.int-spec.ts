import {
  ApiClientsDocument,
  CreateApiClientDocument,
  RevokeApiClientDocument,
  ViewerDocument,
} from '@kaopu/graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PartnerTokens } from '../../src/integration/partner-tokens.js';
import { signedInCandidate, signedInStaff, type SignedIn } from '../builders/accounts.js';
import { ApiHarness, TEST_NOW } from '../support/api-harness.js';
import {
  apiClient,
  askPartner,
  askToken,
  tokenOf,
  type ClientCredentials,
} from './partner-client.js';

const SCHEMA = '{ __schema { queryType { fields { name } } types { name } } }';
const basic = ({ clientId, secret }: ClientCredentials): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
});

describe('API clients', () => {
  let api: ApiHarness;
  let administrator: SignedIn;
  beforeAll(async () => {
    api = await ApiHarness.start();
  });
  beforeEach(async () => {
    api.clock.set(TEST_NOW);
    administrator = await signedInStaff(api, ['SYSADMIN']);
    await api.db.query('TRUNCATE TABLE rate_limit');
  });
  afterAll(() => api.stop());

  const grant = ({ clientId, secret }: ClientCredentials, more: Record<string, string> = {}) =>
    askToken(api, {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
      ...more,
    });

  it('get their secret once; a repeated key finds the client but refuses the secret', async () => {
    const input = {
      name: '演示系统',
      scopes: ['certificates:verify'],
      idempotencyKey: 'only-once-1',
    };
    const { createApiClient } = await administrator.send(CreateApiClientDocument, { input });
    expect(createApiClient).toMatchObject({
      __typename: 'CreatedApiClient',
      secret: expect.stringMatching(/^[\w-]{43}$/),
      client: { name: '演示系统', expiresAt: '2027-11-24T02:00:00.000Z', lastUsedAt: null },
    });
    const again = await administrator.send(CreateApiClientDocument, { input });
    expect(again.createApiClient).toMatchObject({ __typename: 'RefusedError', code: 'CONFLICT' });
    const { apiClients } = await administrator.send(ApiClientsDocument);
    expect(apiClients.filter(({ name }) => name === '演示系统')).toHaveLength(1);
    const secret = createApiClient.__typename === 'CreatedApiClient' ? createApiClient.secret : '';
    const dump = await api.db.query<unknown[]>('SELECT * FROM api_client');
    expect(JSON.stringify(dump)).not.toContain(secret);
  });

  it.each([
    ['no name', { name: ' ', scopes: ['certificates:verify'] }, 'name'],
    ['no scope', { name: '演示系统', scopes: [] }, 'scopes'],
    ['a scope that does not exist', { name: '演示系统', scopes: ['everything'] }, 'scopes'],
  ])('are refused with %s', async (_title, wrong, path) => {
    const idempotencyKey = `wrong-${path}-${String(wrong.scopes).replace(':', '-')}`;
    const input = { ...wrong, idempotencyKey };
    const { createApiClient } = await administrator.send(CreateApiClientDocument, { input });
    expect(createApiClient).toMatchObject({
      __typename: 'InvalidInputError',
      problems: [{ path }],
    });
  });

  it('get a ten-minute token by form or by HTTP Basic', async () => {
    const client = await apiClient(api);
    const expected = { token_type: 'Bearer', expires_in: 600, scope: 'certificates:verify' };
    const byForm = await grant(client);
    expect(byForm).toMatchObject({ status: 200, body: expected });
    expect(byForm.headers.get('cache-control')).toBe('no-store');
    const byHeader = await askToken(api, { grant_type: 'client_credentials' }, basic(client));
    expect(byHeader).toMatchObject({ status: 200, body: expected });
    expect((await askPartner(api, await tokenOf(api, client), SCHEMA)).status).toBe(200);
    const { apiClients } = await administrator.send(ApiClientsDocument);
    expect(apiClients.find(({ id }) => id === client.id)?.lastUsedAt).toBe(TEST_NOW);
  });

  it.each<[string, Record<string, string>, number, Record<string, string>]>([
    ['another grant type', { grant_type: 'password' }, 400, { error: 'unsupported_grant_type' }],
    ['no secret', { client_secret: '' }, 400, { error: 'invalid_request' }],
    [
      'a wrong secret',
      { client_secret: 'x' },
      401,
      { error: 'invalid_client', code: 'CLIENT_UNKNOWN' },
    ],
    [
      'an unknown client',
      { client_id: 'kp_0' },
      401,
      { error: 'invalid_client', code: 'CLIENT_UNKNOWN' },
    ],
    ['a scope it lacks', { scope: 'all' }, 400, { error: 'invalid_scope', code: 'SCOPE_MISSING' }],
  ])('get a typed refusal for %s', async (_title, wrong, status, body) => {
    const answer = await grant(await apiClient(api), wrong);
    expect(answer).toMatchObject({ status, body });
    if (status === 401) expect(answer.headers.get('www-authenticate')).toContain('Basic');
  });

  it('are told apart when revoked, at the token endpoint and with a token given out before', async () => {
    const client = await apiClient(api);
    const token = await tokenOf(api, client);
    const input = { id: client.id, idempotencyKey: 'revoke-one-1' };
    const { revokeApiClient } = await administrator.send(RevokeApiClientDocument, { input });
    expect(revokeApiClient).toMatchObject({ __typename: 'ApiClient', revokedAt: TEST_NOW });
    expect(await grant(client)).toMatchObject({ status: 401, body: { code: 'CLIENT_REVOKED' } });
    const answer = await askPartner(api, token, SCHEMA);
    expect(answer.errors?.[0]?.extensions['code']).toBe('CLIENT_REVOKED');
  });

  it('are told apart when they have expired', async () => {
    const client = await apiClient(api);
    api.clock.set('2027-11-24T01:59:00.000Z');
    const token = await tokenOf(api, client);
    api.clock.set('2027-11-24T02:00:00.000Z');
    expect(await grant(client)).toMatchObject({ status: 401, body: { code: 'CLIENT_EXPIRED' } });
    const answer = await askPartner(api, token, SCHEMA);
    expect(answer).toMatchObject({ status: 401 });
    expect(answer.errors?.[0]?.extensions['code']).toBe('CLIENT_EXPIRED');
  });

  it('need a fresh token after ten minutes', async () => {
    const token = await tokenOf(api, await apiClient(api));
    api.clock.advance(599);
    expect((await askPartner(api, token, SCHEMA)).status).toBe(200);
    api.clock.advance(2);
    const answer = await askPartner(api, token, SCHEMA);
    expect(answer.errors?.[0]?.extensions['code']).toBe('TOKEN_EXPIRED');
  });

  it('get no further without a token, with a forged one, or with that of a browser', async () => {
    const good = await tokenOf(api, await apiClient(api));
    const candidate = await signedInCandidate(api);
    const [head, body] = good.split('.');
    const forged = [
      null,
      '',
      'x.y.z',
      `${String(head)}.${String(body)}.`,
      `${good.slice(0, -8)}AAAAAAAA`,
      candidate.accessToken,
      await api.app.get(PartnerTokens).issue({ clientId: 'nobody', scopes: [] }),
    ];
    for (const token of forged) {
      const answer = await askPartner(api, token, SCHEMA);
      expect(answer.status).toBe(401);
      expect(answer.errors?.[0]?.extensions['code']).toBe('TOKEN_MISSING');
      expect(answer.data).toBeUndefined();
    }
    const browser = api.browser();
    browser.accessToken = good;
    expect((await browser.send(ViewerDocument)).viewer).toBeNull();
  });

  it('are slowed down when they ask for tokens all the time', async () => {
    const client = await apiClient(api);
    for (let round = 0; round < 30; round++) await grant(client, { client_secret: 'wrong' });
    const answer = await grant(client);
    expect(answer).toMatchObject({ status: 429, body: { error: 'temporarily_unavailable' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('leave a trace of every attempt, without secrets', async () => {
    const client = await apiClient(api);
    await grant(client);
    await grant(client, { client_secret: 'wrong' });
    const rows = await api.db.query<unknown[]>(
      "SELECT actor_kind AS kind, actor_id AS actor, details FROM audit_log WHERE operation = 'oauthToken' AND subject_id = ? ORDER BY id",
      [client.id],
    );
    expect(rows).toEqual([
      { kind: 'apiClient', actor: client.id, details: { refused: null } },
      { kind: 'apiClient', actor: client.id, details: { refused: 'CLIENT_UNKNOWN' } },
    ]);
  });
});

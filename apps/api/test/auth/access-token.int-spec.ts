import { createHmac, generateKeyPairSync } from 'node:crypto';
import { ViewerDocument } from '@kaopu/graphql';
import { SignJWT, UnsecuredJWT, decodeJwt, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccessTokens } from '../../src/auth/sessions/access-tokens.js';
import { signedInCandidate, type SignedIn } from '../builders/accounts.js';
import { ApiHarness } from '../support/api-harness.js';

describe('an access token', () => {
  let api: ApiHarness;
  let candidate: SignedIn;
  let claims: JWTPayload;
  const { privateKey: foreignKey } = generateKeyPairSync('ed25519');
  const { privateKey: curveKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  beforeAll(async () => {
    api = await ApiHarness.start();
    candidate = await signedInCandidate(api);
    claims = decodeJwt(candidate.accessToken ?? '');
  });
  afterAll(() => api.stop());

  async function viewerWith(token: string): Promise<string | null> {
    const browser = api.browser();
    browser.accessToken = token;
    return (await browser.send(ViewerDocument)).viewer?.id ?? null;
  }

  const ours = (): string => candidate.accessToken ?? '';
  const base64 = (value: unknown): string =>
    Buffer.from(JSON.stringify(value)).toString('base64url');

  it('lives five minutes', async () => {
    const fresh = await signedInCandidate(api);
    expect(await viewerWith(fresh.accessToken ?? '')).toBe(fresh.accountId);
    api.clock.advance(299);
    expect(await viewerWith(fresh.accessToken ?? '')).toBe(fresh.accountId);
    api.clock.advance(1);
    expect(await viewerWith(fresh.accessToken ?? '')).toBeNull();
  });

  it.each<[string, () => string | Promise<string>]>([
    [
      'signed by another key',
      () => signed(foreignKey, { alg: 'EdDSA', typ: 'at+jwt', kid: 'test' }),
    ],
    ['of another algorithm', () => signed(curveKey, { alg: 'ES256', typ: 'at+jwt', kid: 'test' })],
    ['not signed at all', () => new UnsecuredJWT(claims).encode()],
    ['with our public key as a shared secret', sharedSecret],
    [
      'whose claims were changed',
      () => ours().replace(/\.[^.]+\./, `.${base64({ ...claims, sub: 'x' })}.`),
    ],
    ['whose signature was cut', () => ours().slice(0, -4)],
    [
      'naming an unknown key',
      () => signed(foreignKey, { alg: 'EdDSA', typ: 'at+jwt', kid: 'other' }),
    ],
    [
      'naming a key elsewhere',
      () =>
        signed(foreignKey, {
          alg: 'EdDSA',
          typ: 'at+jwt',
          kid: 'test',
          jku: 'http://127.0.0.1:9/',
        }),
    ],
    ['of one part', () => 'abc'],
    ['that is empty', () => ''],
    ['that is very long', () => 'a'.repeat(10_000)],
  ])('%s makes nobody the viewer', async (_, make) => {
    expect(await viewerWith(await make())).toBeNull();
  });

  it.each<[string, { typ?: string; claims?: Record<string, unknown> }]>([
    ['another type', { typ: 'JWT' }],
    ['another issuer', { claims: { iss: 'http://elsewhere.test' } }],
    ['another audience', { claims: { aud: 'other' } }],
    ['no session', { claims: { sid: undefined } }],
    ['somebody else’s session', { claims: { sub: '0190d0d0-0000-7000-8000-000000000000' } }],
    ['a session that never was', { claims: { sid: '0190d0d0-0000-7000-8000-000000000000' } }],
    ['no expiry', { claims: { exp: undefined } }],
  ])('of our own key but with %s makes nobody the viewer', async (_, { typ, claims: changed }) => {
    const fresh = await signedInCandidate(api);
    const { privateKey } = api.app.get<{ privateKey: Parameters<SignJWT['sign']>[0] }>(
      AccessTokens,
    );
    const payload = { ...decodeJwt(fresh.accessToken ?? ''), ...changed };
    const token = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'EdDSA', typ: typ ?? 'at+jwt', kid: 'test' })
      .sign(privateKey);
    expect(await viewerWith(token)).toBeNull();
  });

  it('is re-made by the test above in a way that would be taken', async () => {
    const fresh = await signedInCandidate(api);
    const { privateKey } = api.app.get<{ privateKey: Parameters<SignJWT['sign']>[0] }>(
      AccessTokens,
    );
    const token = await new SignJWT(decodeJwt(fresh.accessToken ?? ''))
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'test' })
      .sign(privateKey);
    expect(await viewerWith(token)).toBe(fresh.accountId);
  });

  it('stops working within five seconds when the account is disabled elsewhere', async () => {
    const fresh = await signedInCandidate(api);
    expect(await viewerWith(fresh.accessToken ?? '')).toBe(fresh.accountId);
    await api.db.query("UPDATE account SET status = 'DISABLED' WHERE id = ?", [fresh.accountId]);
    api.clock.advance(5);
    expect(await viewerWith(fresh.accessToken ?? '')).toBeNull();
  });

  function signed(
    key: Parameters<SignJWT['sign']>[0],
    header: Parameters<SignJWT['setProtectedHeader']>[0],
  ): Promise<string> {
    return new SignJWT(claims).setProtectedHeader(header).sign(key);
  }

  function sharedSecret(): string {
    const { publicKey } = api.app.get(AccessTokens);
    const signing = `${base64({ alg: 'HS256', typ: 'at+jwt', kid: 'test' })}.${base64(claims)}`;
    return `${signing}.${createHmac('sha256', publicKey).update(signing).digest('base64url')}`;
  }
});

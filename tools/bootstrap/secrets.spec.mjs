import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newSecrets, ensureSecrets } from './secrets.mjs';
import { totp } from './totp.mjs';
import { table } from './welcome.mjs';

describe('the keys of an installation', () => {
  it('are 32 bytes each, all different, with an Ed25519 key for tokens', () => {
    const { jwtPrivateKey, jwtKeyId, ...keys } = newSecrets();
    const values = Object.values(keys);
    expect(values.map((value) => Buffer.from(value, 'base64').length)).toEqual([
      32, 32, 32, 32, 32,
    ]);
    expect(new Set(values).size).toBe(5);
    expect(createPrivateKey(jwtPrivateKey).asymmetricKeyType).toBe('ed25519');
    expect(jwtKeyId).not.toBe('');
  });

  it('are made once and only for their owner', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kaopu-secrets-'));
    const file = ensureSecrets(folder);
    const first = readFileSync(file, 'utf8');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(ensureSecrets(folder), 'utf8')).toBe(first);
    rmSync(folder, { recursive: true });
  });
});

describe('a one-time password', () => {
  // RFC 6238 appendix B, the last six of eight digits.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [20_000_000_000, '353130'],
  ])('at second %i is %s', (second, code) => {
    expect(totp('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', second * 1000)).toBe(code);
  });
});

describe('a table in the terminal', () => {
  it('lines up Chinese and Latin text', () => {
    expect(
      table([
        ['考生', 'a'],
        ['ab', 'b'],
      ]),
    ).toEqual(['  考生  a', '  ab    b']);
  });
});

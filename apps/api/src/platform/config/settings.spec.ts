import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSettings } from './settings.js';

describe('whose word about the client address is believed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaopu-settings-'));
  const secrets = join(folder, 'secrets.json');
  const names = [
    'fieldKey',
    'blindIndexKey',
    'fileKey',
    'passwordPepper',
    'urlSigningKey',
    'jwtPrivateKey',
    'jwtKeyId',
  ];
  writeFileSync(secrets, JSON.stringify(Object.fromEntries(names.map((name) => [name, 'x']))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const trusting = (value: string | undefined) =>
    readSettings({
      DATABASE_URL: 'mysql://demo@localhost/demo',
      DATA_DIR: folder,
      KAOPU_SECRETS_FILE: secrets,
      ...(value !== undefined && { TRUST_PROXY: value }),
    }).trustProxy;

  it.each([
    [undefined, false],
    ['', false],
    ['0', false],
    ['1', 1],
    ['2', 2],
    ['10.0.0.0/8, 127.0.0.1', '10.0.0.0/8, 127.0.0.1'],
    ['fd00::/8', 'fd00::/8'],
  ])('%s means %s', (value, expected) => {
    expect(trusting(value)).toBe(expected);
  });

  it.each(['true', 'yes', 'all', '-1', '*'])(
    '%s is refused with what to write instead',
    (value) => {
      expect(() => trusting(value)).toThrow(/TRUST_PROXY must be the number of proxies/);
    },
  );
});

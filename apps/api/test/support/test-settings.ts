import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../../src/platform/config/settings.js';

const key = (): string => randomBytes(32).toString('base64');

/** Settings with fresh keys and a folder of its own. */
export function testSettings(databaseUrl: string): Settings {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    port: 0,
    host: '127.0.0.1',
    databaseUrl,
    dataDir: mkdtempSync(join(tmpdir(), 'kaopu-files-')),
    webDir: null,
    publicUrl: 'http://kaopu.test',
    demo: true,
    trustProxy: false,
    onlyTrustedDocuments: false,
    helpPhone: '000-0000-0000',
    sms: { provider: 'page' },
    mail: { provider: 'page' },
    logLevel: process.env['LOG_LEVEL'] ?? 'silent',
    secrets: {
      fieldKey: key(),
      blindIndexKey: key(),
      fileKey: key(),
      passwordPepper: key(),
      urlSigningKey: key(),
      jwtPrivateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      jwtKeyId: 'test',
    },
  };
}

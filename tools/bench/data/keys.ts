import type { Secrets, Settings } from '../../../apps/api/src/platform/config/settings.js';
import { readFileSync } from 'node:fs';

/** The settings of the API that the benchmark's own cells, tokens and hashes must agree with. */
export function benchSettings(
  secretsFile: string,
  databaseUrl: string,
  publicUrl: string,
): Settings {
  return {
    port: 0,
    host: '127.0.0.1',
    databaseUrl,
    dataDir: '',
    webDir: null,
    publicUrl,
    demo: false,
    onlyTrustedDocuments: false,
    helpPhone: '000-0000-0000',
    trustProxy: false,
    sms: { provider: 'none' },
    mail: { provider: 'none' },
    logLevel: 'silent',
    secrets: JSON.parse(readFileSync(secretsFile, 'utf8')) as Secrets,
  };
}

/**
 * The keys of a local run. Made once, kept in the data folder, never printed. Production brings its
 * own file and names it in KAOPU_SECRETS_FILE.
 */
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './places.mjs';
import { readOrMakePrivate } from './private-file.mjs';
import { Obstacle } from './say.mjs';

const SYMMETRIC_KEYS = ['fieldKey', 'blindIndexKey', 'fileKey', 'passwordPepper', 'urlSigningKey'];

/**
 * A new set of keys: 32 random bytes in base64 each, and an Ed25519 key pair with its id for the
 * access tokens.
 *
 * @returns {Record<string, string>}
 */
export function newSecrets() {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    ...Object.fromEntries(SYMMETRIC_KEYS.map((name) => [name, randomBytes(32).toString('base64')])),
    jwtPrivateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    jwtKeyId: randomUUID(),
  };
}

/**
 * The secrets file of this run: KAOPU_SECRETS_FILE if set, else `secrets.json` in the data folder,
 * made when missing.
 *
 * @param {string} dataDir
 * @returns {string} its path
 */
export function ensureSecrets(dataDir) {
  const given = process.env.KAOPU_SECRETS_FILE;
  if (given) {
    const file = resolve(root, given);
    if (!existsSync(file)) {
      throw new Obstacle(`KAOPU_SECRETS_FILE names ${file}, but there is no such file.`);
    }
    return file;
  }
  const file = join(dataDir, 'secrets.json');
  readOrMakePrivate(file, () => `${JSON.stringify(newSecrets(), null, 2)}\n`);
  return file;
}

/**
 * Makes the keys of an installation, once; refuses to overwrite a file.
 *
 *   node tools/secrets.mjs docker/secrets.json
 *
 * Keep a copy apart from the database backups: without these keys the personal data in the database
 * and the stored files cannot be read by anybody.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { main } from './bootstrap/lifecycle.mjs';
import { writePrivate } from './bootstrap/private-file.mjs';
import { Obstacle, say } from './bootstrap/say.mjs';
import { newSecrets } from './bootstrap/secrets.mjs';

await main(async () => {
  const target = process.argv[2];
  if (target === undefined) {
    throw new Obstacle('Name the file to write: node tools/secrets.mjs docker/secrets.json');
  }
  if (existsSync(target)) {
    throw new Obstacle(`${target} exists already and is kept as it is.`);
  }
  writePrivate(resolve(target), `${JSON.stringify(newSecrets(), null, 2)}\n`);
  say(`${target} is written; only you can read it.`);
  return 0;
});

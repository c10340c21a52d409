/** Where things are: the checkout, and the one folder that holds everything a run creates. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Obstacle } from './say.mjs';

/** The folder of the checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * The data folder: `DATA_DIR`, relative to the checkout, else `.data`.
 *
 * @param {NodeJS.ProcessEnv} [env]
 */
export function dataFolder(env = process.env) {
  return resolve(root, env.DATA_DIR || '.data');
}

/**
 * Creates a folder for our eyes only.
 *
 * @param {string} folder
 * @throws {Obstacle} when it cannot be created or written
 */
export function ensureFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new Obstacle(
      `The folder ${folder} cannot be written (${error instanceof Error ? error.message : String(error)}). ` +
        'Make it writable or choose another with DATA_DIR=/some/folder.',
    );
  }
  return folder;
}

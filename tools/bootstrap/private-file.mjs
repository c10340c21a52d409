/** Files that only their owner may read: passwords and keys of a local run. */
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/**
 * Writes the file at once or not at all, with mode 600.
 *
 * @param {string} file
 * @param {string} text
 */
export function writePrivate(file, text) {
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, text, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
}

/**
 * Reads the file; when there is none, writes what `make` returns first.
 *
 * @param {string} file
 * @param {() => string} make
 */
export function readOrMakePrivate(file, make) {
  if (!existsSync(file)) {
    writePrivate(file, make());
  }
  return readFileSync(file, 'utf8');
}

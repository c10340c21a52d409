import { describe, expect, it } from 'vitest';
import { installedFits } from './packages.mjs';

const lock = (packages) => JSON.stringify({ packages });
const WANTED = lock({
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/other-platform': { version: '1.0.0', optional: true },
});

describe('installed packages', () => {
  it('fit the lock file when only optional ones are absent', () => {
    expect(installedFits(WANTED, lock({ 'node_modules/a': { version: '1.0.0' } }))).toBe(true);
  });

  it.each([
    ['none are installed', undefined],
    ['one is missing', lock({})],
    ['one has another version', lock({ 'node_modules/a': { version: '1.0.1' } })],
    [
      'one is too many',
      lock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } }),
    ],
    [
      'an optional one has another version',
      lock({
        'node_modules/a': { version: '1.0.0' },
        'node_modules/other-platform': { version: '2.0.0' },
      }),
    ],
  ])('do not fit when %s', (_, installed) => {
    expect(installedFits(WANTED, installed)).toBe(false);
  });
});

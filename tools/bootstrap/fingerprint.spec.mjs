import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint, stamps } from './fingerprint.mjs';

let base = '';
const write = (path, text) => writeFileSync(join(base, path), text);
const print = () => fingerprint(base, ['src', 'lock.json']);

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'kaopu-fingerprint-'));
  mkdirSync(join(base, 'src/node_modules'), { recursive: true });
  write('src/a.ts', 'a');
  write('src/b.ts', 'b');
  write('lock.json', '{}');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe('a fingerprint of sources', () => {
  it.each([
    ['a changed file', () => write('src/a.ts', 'A')],
    ['a new file', () => write('src/c.ts', '')],
    ['a removed file', () => rmSync(join(base, 'src/b.ts'))],
    ['another lock file', () => write('lock.json', '{ }')],
    [
      'contents that moved from one file to the other',
      () => {
        write('src/a.ts', 'b');
        write('src/b.ts', 'a');
      },
    ],
  ])('notices %s', (_, change) => {
    const before = print();
    change();
    expect(print()).not.toBe(before);
  });

  it.each([
    ['the same contents written again', () => write('src/a.ts', 'a')],
    ['a test', () => write('src/a.spec.ts', 'x')],
    ['an installed package', () => write('src/node_modules/x.js', 'x')],
    ['a hidden file', () => write('src/.cache', 'x')],
  ])('is not touched by %s', (_, change) => {
    const before = print();
    change();
    expect(print()).toBe(before);
  });

  it('can be taken of a path that does not exist', () => {
    expect(fingerprint(base, ['nowhere'])).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a stamp', () => {
  it('remembers each name for itself and survives a broken file', () => {
    write('stamp', 'not json');
    const stamp = stamps(join(base, 'stamp'));
    expect(stamp.matches('api', '1')).toBe(false);
    stamp.set('api', '1');
    stamp.set('web', '2');
    expect([
      stamp.matches('api', '1'),
      stamp.matches('web', '2'),
      stamp.matches('api', '2'),
    ]).toEqual([true, true, false]);
  });
});

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { ALL_TEXTS } from '../testing/texts.js';

type Tree = { readonly [key: string]: string | Tree };

function textsOf(tree: Tree, prefix = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value] as const]
        : [...textsOf(value, `${prefix}${key}.`)],
    ),
  );
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

const AREAS = Object.keys(ALL_TEXTS['zh-CN']);
const KEY = new RegExp(`['"\`]((?:${AREAS.join('|')})(?:\\.[\\w-]+)+)['"\`]`, 'g');

/** The builder runs specs from the workspace root. */
const sources = ['apps/web/src/app', 'libs/web-ui/src']
  .flatMap(filesBelow)
  .filter((file) => /(?<!\.spec)\.(ts|html)$/.test(file));

describe('The message files', () => {
  const chinese = textsOf(ALL_TEXTS['zh-CN']);
  const english = textsOf(ALL_TEXTS.en);

  it('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it('have no empty text', () => {
    const empty = [...chinese, ...english].filter(([, words]) => words.trim() === '');
    expect(empty).toEqual([]);
  });

  it('name the same parameters in both languages', () => {
    const parameters = (words = '') =>
      [...words.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, p]) => p);
    for (const [key, words] of chinese) {
      expect(new Set(parameters(english.get(key))), key).toEqual(new Set(parameters(words)));
    }
  });

  it('hold every key that templates and code use', () => {
    const used = sources.flatMap((file) =>
      [...withoutComments(readFileSync(file, 'utf8')).matchAll(KEY)].map(([, key = '']) => ({
        file,
        key,
      })),
    );
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter(({ key }) => !chinese.has(key))).toEqual([]);
  });

  it('are not bypassed: no template holds Chinese words', () => {
    const words = sources.filter((file) => {
      const text = readFileSync(file, 'utf8');
      const template = file.endsWith('.html') ? text : (/template: `[^`]*`/.exec(text)?.[0] ?? '');
      return /\p{Script=Han}/u.test(template);
    });
    expect(words).toEqual([]);
  });
});

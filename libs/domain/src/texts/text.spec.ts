import { describe, expect, it } from 'vitest';
import { DICTIONARIES } from '../dictionaries/dictionaries.js';
import { ErrorCode } from '../errors/error-code.js';
import { APPLICATION_ACTIONS } from '../workflow/action.js';
import { ROLES } from '../workflow/roles.js';
import { APPLICATION_STATUSES } from '../workflow/status.js';
import { EN } from './en.js';
import { hasText, text, TEXT_KEYS, textOr } from './text.js';
import { ZH_CN } from './zh-CN.js';

const places = (words: string) =>
  [...words.matchAll(/\{(\w+)\}/g)].map(([place]) => place).toSorted();

describe('The texts', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(EN).toSorted()).toEqual(Object.keys(ZH_CN).toSorted());
    expect(TEXT_KEYS).toHaveLength(Object.keys(ZH_CN).length);
  });

  it.each(TEXT_KEYS)('%s has words and the same places in both languages', (key) => {
    expect(ZH_CN[key].trim()).not.toBe('');
    expect(EN[key].trim()).not.toBe('');
    expect(new Set(places(EN[key]))).toEqual(new Set(places(ZH_CN[key])));
  });

  it.each(TEXT_KEYS)('%s has no Chinese in the English words', (key) => {
    expect(EN[key]).not.toMatch(/\p{Script=Han}/u);
  });

  it('cover every state, action, role, error code and dictionary entry', () => {
    const keys = [
      ...APPLICATION_STATUSES.flatMap((one) => [
        `state.${one}`,
        `status.${one}`,
        `whyNot.state.${one}`,
      ]),
      ...APPLICATION_ACTIONS.map((one) => `action.${one}`),
      ...ROLES.map((one) => `role.${one}`),
      ...Object.values(ErrorCode).map((one) => `error.${one}`),
      ...Object.entries(DICTIONARIES).flatMap(([name, codes]) =>
        codes.map((one) => `dict.${name}.${one}`),
      ),
    ];
    expect(keys.filter((key) => !hasText(key))).toEqual([]);
  });
});

describe('A text', () => {
  it('is filled in, and nested texts are translated', () => {
    const params = { action: { key: 'action.WITHDRAW' } };
    expect(text('zh-CN', 'whyNot.role', params)).toBe('您的角色不能撤回。');
    expect(text('en', 'whyNot.role', params)).toBe('Your role does not allow this: Withdraw.');
    expect(text('zh-CN', 'whyNot.missingRequired', { count: 0 })).toContain('0');
  });

  it('takes a value as it is, even when it looks like a place', () => {
    expect(text('en', 'status.RETURNED.due', { date: '{date}' })).toContain('{date}');
  });

  it('is refused when key or parameter is missing', () => {
    expect(() => text('en', 'no.such.key')).toThrow('no.such.key');
    expect(() => text('en', 'constructor')).toThrow('constructor');
    expect(() => text('en', 'status.RETURNED.due')).toThrow('date');
    expect(textOr('en', 'no.such.key', 'X')).toBe('X');
    expect(textOr('en', 'boolean.true', 'X')).toBe('Yes');
  });
});

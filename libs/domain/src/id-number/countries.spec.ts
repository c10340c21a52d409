import { describe, expect, it } from 'vitest';
import { isCountryCode } from './countries.js';

describe('isCountryCode', () => {
  it.each(['CHN', 'HKG', 'MAC', 'TWN', 'DEU', 'USA', 'ZWE'])('knows %s', (code) => {
    expect(isCountryCode(code)).toBe(true);
  });

  it.each(['', 'D', 'US', 'usa', 'ZZA', 'QQQ', 'USA '])('does not know “%s”', (code) => {
    expect(isCountryCode(code)).toBe(false);
  });

  it('knows every code of the standard once', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const all = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
    expect(all.filter(isCountryCode)).toHaveLength(249);
  });
});

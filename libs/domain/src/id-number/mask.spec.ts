import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskIdNumber, maskName, maskPhone } from './mask.js';

describe('Masking', () => {
  it.each([
    ['11010519491231002X', '110************02X'],
    ['H12345678', 'H1*****78'],
    ['12345678', '12****78'],
    ['', ''],
  ])('hides the middle of the number %s', (number, shown) => {
    expect(maskIdNumber(number)).toBe(shown);
  });

  it.each([
    ['13800138000', '138****8000'],
    ['0551123', '0*****3'],
  ])('hides the middle of the phone %s', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown);
  });

  it.each([
    ['张三', '张*'],
    ['欧阳某某', '欧*'],
    ['𬱖某', '𬱖*'],
    ['', ''],
  ])('keeps the first character of the name %s and hides how long it is', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });

  it('keeps the length of a number and never shows more than half of it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{1,30}$/), (number) => {
        const masked = maskIdNumber(number);
        expect(masked).toHaveLength(number.length);
        expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(number.length / 2);
      }),
    );
  });
});

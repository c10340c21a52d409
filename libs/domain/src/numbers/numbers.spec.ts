import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayItemCode, levelOfItemCode, normaliseItemCode } from './item-code.js';
import { applicationNumber, certificateNumber, isApplicationNumber } from './numbers.js';

describe('An application number', () => {
  it('is the month and the sequence in it', () => {
    expect(applicationNumber('2026-11-24', 7)).toBe('202611-000007');
    expect(isApplicationNumber('202611-000007')).toBe(true);
  });

  it.each(['202613-000001', '202600-000001', '202611-1', '2026-11-000001', ''])(
    'is not %j',
    (value) => {
      expect(isApplicationNumber(value)).toBe(false);
    },
  );

  it.each([0, -1, 1.5, 1_000_000])('is not made from sequence %s', (sequence) => {
    expect(() => applicationNumber('2026-11-24', sequence)).toThrow(RangeError);
  });
});

describe('A certificate number', () => {
  const values = {
    authority: 'AH',
    track: 'TESTING',
    itemCode: 'RT-II',
    issuedOn: '2026-11-24',
    sequence: 42,
  };

  it.each([
    ['{AUTHORITY}-{YYYY}-{SEQ:6}', 'AH-2026-000042'],
    ['TS{YY}{MM}{SEQ:4}', 'TS26110042'],
    ['{TRACK}/{ITEM}/{SEQ:2}', 'TESTING/RT-II/42'],
  ])('from the template %s is %s', (template, number) => {
    expect(certificateNumber(template, values)).toBe(number);
  });

  it('is never shortened', () => {
    expect(() => certificateNumber('{SEQ:1}', values)).toThrow('42');
  });

  it.each(['{NAME}', '{SEQ}', '{SEQ:0}', '{}', '{constructor}'])(
    'is not made from the place %s',
    (template) => {
      expect(() => certificateNumber(template, values)).toThrow('Unknown place');
    },
  );
});

describe('An item code', () => {
  it.each([
    ['RT-Ⅱ', 'RT-II'],
    ['RT-II', 'RT-II'],
    ['RT II', 'RT-II'],
    ['RT2', 'RT-II'],
    ['rt ii', 'RT-II'],
    ['RT(D)II', 'RT(D)-II'],
    ['RT（D）-Ⅱ', 'RT(D)-II'],
    ['UT-Ⅱ级', 'UT-II'],
    ['UT(AUTO)-Ⅱ', 'UT(AUTO)-II'],
    ['TOFD2', 'TOFD-II'],
    ['PAⅡ', 'PA-II'],
    ['PAII', 'PA-II'],
    ['MTⅠ', 'MT-I'],
    ['AEIII', 'AE-III'],
    ['ＲＴ－Ⅲ', 'RT-III'],
    ['DT-S', 'DT-S'],
    ['xs-aq', 'XS-AQ'],
  ])('written %s is stored as %s', (raw, stored) => {
    expect(normaliseItemCode(raw)).toBe(stored);
  });

  it.each(['', 'RT', 'RT-IV', 'RT-4', '射线', 'RT-II-II'])('is not read from %j', (raw) => {
    expect(normaliseItemCode(raw)).toBeNull();
  });

  it.each([
    ['RT-II', 'RT-Ⅱ', 'II'],
    ['UT(AUTO)-I', 'UT(AUTO)-Ⅰ', 'I'],
    ['AE-III', 'AE-Ⅲ', 'III'],
    ['DT-S', 'DT-S', null],
  ])('%s is shown as %s and has the level %s', (stored, shown, level) => {
    expect(displayItemCode(stored)).toBe(shown);
    expect(levelOfItemCode(stored)).toBe(level);
  });

  it('survives being shown and read again', () => {
    const methods = [
      'RT',
      'RT(D)',
      'UT',
      'UT(AUTO)',
      'TOFD',
      'PA',
      'MT',
      'PT',
      'AE',
      'ECT',
      'ECT(AUTO)',
      'MFL(AUTO)',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...methods),
        fc.constantFrom('I', 'II', 'III'),
        (method, level) => {
          const code = `${method}-${level}`;
          expect(normaliseItemCode(displayItemCode(code))).toBe(code);
          expect(normaliseItemCode(code)).toBe(code);
          expect(normaliseItemCode(`${method}${level}`)).toBe(code);
        },
      ),
    );
  });
});

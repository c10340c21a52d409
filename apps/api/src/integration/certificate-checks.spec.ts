import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkClaim,
  claimedItemCode,
  type CheckCode,
  type Evidence,
} from './certificate-checks.js';

const evidence = (overrides: Partial<Evidence> = {}): Evidence => ({
  status: 'VALID',
  authorityCode: 'P34',
  authorityLevel: 'PROVINCIAL',
  items: [
    {
      code: 'RT-II',
      issuingLevel: 'PROVINCIAL',
      validFrom: '2026-02-01',
      validTo: '2031-01-31',
    },
  ],
  ...overrides,
});
const claim = { itemCode: 'RT-II', from: '2026-03-01', to: '2026-03-02' };
const failed = (checks: ReturnType<typeof checkClaim>): CheckCode[] =>
  checks.filter(({ passed }) => !passed).map(({ code }) => code);

describe('the item somebody asks about', () => {
  it.each([
    ['RT-II', null, 'RT-II'],
    ['RT-Ⅱ', null, 'RT-II'],
    ['rt2', null, 'RT-II'],
    ['RT（D）Ⅱ级', null, 'RT(D)-II'],
    ['RT', 'Ⅱ', 'RT-II'],
    ['RT', '2', 'RT-II'],
    ['RT(D)', 'II', 'RT(D)-II'],
    ['RT-II', 'Ⅱ', 'RT-II'],
    ['RT-I', 'II', null],
    ['DT-S', null, 'DT-S'],
    ['DT-S', 'II', 'DT-S'],
    ['RT', null, null],
    ['RT', 'IV', null],
    ['', 'II', null],
  ])('reads %j with level %j as %j', (item, level, code) => {
    expect(claimedItemCode(item, level)).toBe(code);
  });
});

describe('the checks', () => {
  it('come in one order, one row each', () => {
    const codes = checkClaim(claim, evidence()).map(({ code }) => code);
    expect(codes).toEqual(['NUMBER_NAME', 'ITEM', 'LEVEL', 'STATUS', 'INTERVAL', 'ISSUER']);
    expect(failed(checkClaim(claim, evidence()))).toEqual([]);
  });

  const [item] = evidence().items;
  it.each<[string, Partial<typeof claim>, Partial<Evidence>, CheckCode[]]>([
    ['a level that is not carried', { itemCode: 'RT-III' }, {}, ['LEVEL']],
    ['a suspended certificate', {}, { status: 'SUSPENDED' }, ['STATUS']],
    ['an interval that starts a day early', { from: '2026-01-31' }, {}, ['INTERVAL']],
    ['an interval that ends a day late', { to: '2031-02-01' }, {}, ['INTERVAL']],
    ['an authority the catalogue does not know', {}, { authorityLevel: null }, ['ISSUER']],
    [
      'a province that issued what only the State may',
      {},
      { items: item ? [{ ...item, issuingLevel: 'NATIONAL' }] : [] },
      ['ISSUER'],
    ],
    ['another method', { itemCode: 'UT-II' }, {}, ['ITEM', 'LEVEL', 'INTERVAL']],
  ])('fail alone for %s', (_title, asked, known, codes) => {
    expect(failed(checkClaim({ ...claim, ...asked }, evidence(known)))).toEqual(codes);
  });

  it('let the State issue what a province could have issued', () => {
    const known = evidence({ authorityLevel: 'NATIONAL', authorityCode: 'SAMR' });
    expect(failed(checkClaim(claim, known))).toEqual([]);
  });

  it('cover the interval exactly when every day of it lies within the validity', () => {
    const day = fc
      .integer({ min: 0, max: 40 })
      .map((n) => `2026-${n < 20 ? '01' : '02'}-${String((n % 20) + 1).padStart(2, '0')}`);
    fc.assert(
      fc.property(day, day, day, day, (a, b, c, d) => {
        const [validFrom = '', validTo = ''] = [a, b].toSorted();
        const [from = '', to = ''] = [c, d].toSorted();
        const known = evidence({ items: item ? [{ ...item, validFrom, validTo }] : [] });
        const covered = !failed(checkClaim({ itemCode: 'RT-II', from, to }, known)).includes(
          'INTERVAL',
        );
        expect(covered).toBe(
          from >= validFrom && from <= validTo && to >= validFrom && to <= validTo,
        );
      }),
    );
  });
});

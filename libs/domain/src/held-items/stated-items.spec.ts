import { describe, expect, it } from 'vitest';
import { someHeldItem } from '../eligibility/facts.fixture.js';
import {
  comparedWithRegister,
  isStatedItem,
  normaliseStatedItem,
  statedItems,
} from './stated-items.js';

const ROW = {
  itemCode: 'RT-I',
  certificateNo: '演示-0001',
  firstIssueDate: '2023-01-10',
  validTo: '2028-01-09',
};

describe('A stated item', () => {
  it('is stored in our spelling', () => {
    const typed = {
      itemCode: 'rt Ⅰ级',
      certificateNo: ' 演示-0001 ',
      firstIssueDate: '2023年1月10日',
      validTo: '20280109',
    };
    expect(normaliseStatedItem(typed)).toEqual(ROW);
  });

  it.each([null, 'RT-I', {}, { ...ROW, itemCode: ' ' }, { ...ROW, validTo: '2023-02-30' }])(
    'is not %j',
    (value) => {
      expect(isStatedItem(value)).toBe(false);
    },
  );

  it('is each complete row, or the one certificate of a type tester', () => {
    expect(statedItems('XS-AQ', { statedItems: [ROW, { itemCode: 'UT-I' }] })).toEqual([ROW]);
    const dates = {
      certificateFirstIssueDate: '2023-01-10',
      certificateValidTo: '2028-01-09',
    };
    expect(statedItems('XS-AQ', dates)).toEqual([{ ...ROW, itemCode: 'XS-AQ', certificateNo: '' }]);
    expect(statedItems('XS-AQ', { certificateValidTo: '2028-01-09' })).toEqual([]);
  });
});

describe('Compared with the register', () => {
  const compare = (row: typeof ROW, ...held: Parameters<typeof someHeldItem>[0][]) =>
    comparedWithRegister([row], held.map(someHeldItem))[0];

  it.each([
    ['the same row', ROW, [{}], []],
    ['another end', { ...ROW, validTo: '2029-01-09' }, [{}], ['validTo']],
    ['another number', { ...ROW, certificateNo: 'X-1' }, [{}], ['certificateNo']],
    ['a number left out', { ...ROW, certificateNo: '' }, [{}], []],
    [
      'an item we do not know',
      { ...ROW, itemCode: 'UT-I' },
      [{}],
      ['itemCode', 'certificateNo', 'firstIssueDate', 'validTo'],
    ],
    [
      'the entry with the same number',
      ROW,
      [{ certificateNo: 'OLD', validTo: '2020-01-01' }, {}],
      [],
    ],
    [
      'another statement, which is no register',
      ROW,
      [{ source: 'TYPED' }],
      ['itemCode', 'certificateNo', 'firstIssueDate', 'validTo'],
    ],
  ] as const)('%s', (_title, row, held, differences) => {
    expect(compare(row, ...held)?.differences).toEqual(differences);
  });
});

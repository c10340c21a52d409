import { describe, expect, it } from 'vitest';
import { readSignedForm } from './signed-form.js';

const HASH = '0123456789abcdef'.repeat(4);
const FILED = { number: 'A-1', dataVersion: 3, contentHash: HASH };
const print = (applicationNo: string, dataVersion: number, hashPrefix = HASH.slice(0, 16)) => ({
  applicationNo,
  dataVersion,
  hashPrefix,
});

describe('A signed form', () => {
  it.each([
    ['of this version', [print('A-1', 3)], { finding: 'MATCH', dataVersion: 3 }],
    ['of an older version', [print('A-1', 2)], { finding: 'OLDER', dataVersion: 2 }],
    ['with other content', [print('A-1', 3, 'f'.repeat(16))], { finding: 'OLDER', dataVersion: 0 }],
    ['of a version not printed yet', [print('A-1', 9)], { finding: 'OLDER', dataVersion: 0 }],
    ['without a code', [], { finding: 'UNREADABLE', dataVersion: 3 }],
    ['of somebody else', [print('B-7', 3)], { finding: 'FOREIGN', applicationNo: 'B-7' }],
    [
      'behind somebody else’s',
      [print('B-7', 3), print('A-1', 3)],
      { finding: 'MATCH', dataVersion: 3 },
    ],
  ])('%s is named', (_, prints, reading) => {
    expect(readSignedForm(FILED, prints)).toEqual(reading);
  });
});

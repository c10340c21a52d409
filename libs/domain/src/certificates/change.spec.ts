import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeProblems,
  correctedHolder,
  touchedRows,
  type CertifiedData,
  type IdDocument,
} from './change.js';

const TODAY = '2026-11-24';
const CARD: IdDocument = { idType: 'RESIDENT_ID', idCountry: null };
/** 340101 1990-01-01 000, a woman; and the same with the birthday of the year after. */
const NUMBER = '34010119900101000X';
const OTHER_NUMBER = '340101199101010007';

const certified: CertifiedData = {
  name: '演示甲',
  sex: 'FEMALE',
  idNumber: NUMBER,
  employer: '演示一公司',
  items: [
    { itemCode: 'RT-II', firstIssueDate: '2022-03-01', validFrom: '2022-03-01' },
    { itemCode: 'UT-I', firstIssueDate: '2020-05-05', validFrom: '2025-05-05' },
  ],
};

describe('The rows of a change', () => {
  it('are those that differ from the certificate, in a fixed order', () => {
    const answers = {
      newEmployer: ' 演示二公司 ',
      newName: '演示乙',
      newSex: 'FEMALE',
      newIdNumber: null,
      newFirstIssueDates: [
        { itemCode: 'RT-II', firstIssueDate: '2021-03-01' },
        { itemCode: 'UT-I', firstIssueDate: '2020-05-05' },
      ],
    };
    expect(touchedRows(certified, answers)).toEqual([
      { fieldId: 'newName', itemCode: null, before: '演示甲', after: '演示乙' },
      { fieldId: 'newEmployer', itemCode: null, before: '演示一公司', after: '演示二公司' },
      {
        fieldId: 'newFirstIssueDates',
        itemCode: 'RT-II',
        before: '2022-03-01',
        after: '2021-03-01',
      },
    ]);
  });

  it('ignore another spelling of the same value', () => {
    const same = { newName: ' 演示甲 ', newIdNumber: '340101 19900101 000x', newEmployer: '' };
    expect(touchedRows(certified, same)).toEqual([]);
  });

  it('are none for whatever the certificate itself says', () => {
    fc.assert(
      fc.property(fc.constantFrom('', ' ', '\t'), (around) => {
        const { name, sex, idNumber, employer, items } = certified;
        const answers = {
          newName: `${around}${name}${around}`,
          newSex: sex,
          newIdNumber: `${around}${idNumber}`,
          newEmployer: `${employer}${around}`,
          newFirstIssueDates: items,
        };
        expect(touchedRows(certified, answers)).toEqual([]);
      }),
    );
  });
});

describe('A new value', () => {
  it.each([
    ['a name with digits', { newName: '演示7' }, 'newName', 'problem.name'],
    ['a number with a wrong last digit', { newIdNumber: '340101199001010008' }, 'newIdNumber'],
    ['29 February of 1990', { newIdNumber: '340101199002290007' }, 'newIdNumber'],
    ['the sex the number denies', { newSex: 'MALE' }, 'newSex', 'problem.sexOfIdNumber'],
    [
      'an item the certificate does not have',
      { newFirstIssueDates: [{ itemCode: 'MT-I', firstIssueDate: '2020-01-01' }] },
      'newFirstIssueDates',
      'problem.unknownItem',
    ],
    [
      'a first issue after the validity began',
      { newFirstIssueDates: [{ itemCode: 'RT-II', firstIssueDate: '2022-03-02' }] },
      'newFirstIssueDates',
      'problem.firstIssueLate',
    ],
  ])('is refused: %s', (_title, answers, path, key?: string) => {
    const problems = changeProblems(certified, answers, CARD, TODAY);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ path, ...(key !== undefined && { key }) });
  });

  it.each([
    ['nothing', {}],
    ['blanks', { newName: ' ', newIdNumber: '', newFirstIssueDates: [] }],
    ['good ones', { newName: '演示乙', newIdNumber: OTHER_NUMBER, newSex: 'FEMALE' }],
  ])('is accepted: %s', (_title, answers) => {
    expect(changeProblems(certified, answers, CARD, TODAY)).toEqual([]);
  });
});

describe('The corrected holder', () => {
  it('takes birth date and sex along with a new ID number', () => {
    const answers = { newIdNumber: OTHER_NUMBER };
    expect(correctedHolder(certified, answers, CARD, TODAY)).toEqual({
      name: null,
      sex: 'FEMALE',
      idNumber: OTHER_NUMBER,
      birthDate: '1991-01-01',
      employer: null,
    });
  });

  it('leaves everything as it is when no row is touched', () => {
    expect(correctedHolder(certified, { newName: '演示甲' }, CARD, TODAY)).toEqual({
      name: null,
      sex: null,
      idNumber: null,
      birthDate: null,
      employer: null,
    });
  });
});

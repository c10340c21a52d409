import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../dates/local-date.js';
import type { IdType } from '../dictionaries/dictionaries.js';
import { hasText } from '../texts/text.js';
import { checkCharacter } from './check-digit.js';
import {
  canonicalIdKey,
  carriesBirthDate,
  checkIdNumber,
  IdNumberFault,
  normaliseIdNumber,
} from './id-number.js';

const TODAY = '2026-11-24';
const withCheck = (first17: string) => first17 + checkCharacter(first17);

/** Numbers of the right form with sequence 000 to 009, so that no real person's number appears. */
const birthDates = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1917-01-01', days));
const numberFor = (prefix: string) =>
  fc
    .tuple(birthDates, fc.integer({ min: 0, max: 9 }))
    .map(([date, sequence]) => withCheck(`${prefix}${date.replaceAll('-', '')}00${sequence}`));
const residentNumbers = fc
  .constantFrom('110101', '340101', '440301', '650101')
  .chain((region) => numberFor(region));

describe('A document number', () => {
  it.each<readonly [IdType, string, string | null, string | null, string | null]>([
    ['RESIDENT_ID', '11010519491231002X', '1949-12-31', 'FEMALE', '110105'],
    ['RESIDENT_ID', '340101198511040001', '1985-11-04', 'FEMALE', '340101'],
    ['HMT_RESIDENCE_PERMIT', '810000198807150008', '1988-07-15', 'FEMALE', '810000'],
    ['HMT_RESIDENCE_PERMIT', '820000197512010005', '1975-12-01', 'FEMALE', '820000'],
    ['HMT_RESIDENCE_PERMIT', '830000199110110004', '1991-10-11', 'FEMALE', '830000'],
    ['FOREIGN_PERMANENT_RESIDENT', '91184019820101000X', '1982-01-01', 'FEMALE', '11'],
    ['FOREIGN_PERMANENT_RESIDENT', 'USA110090101123', null, null, null],
    ['HM_TRAVEL_PERMIT', 'H12345678', null, null, null],
    ['HM_TRAVEL_PERMIT', 'M1234567801', null, null, null],
    ['TW_TRAVEL_PERMIT', '12345678', null, null, null],
    ['TW_TRAVEL_PERMIT', '1234567801', null, null, null],
    ['PASSPORT', 'E12345678', null, null, null],
    ['MILITARY_ID', '军字第0000001号', null, null, null],
  ])('of type %s is accepted: %s', (type, number, birthDate, sex, region) => {
    expect(checkIdNumber(type, number, TODAY)).toEqual({
      ok: true,
      canonical: number,
      birthDate,
      sex,
      region,
    });
  });

  it.each<readonly [IdType, string, IdNumberFault]>([
    ['RESIDENT_ID', '', 'EMPTY'],
    ['RESIDENT_ID', ' 　', 'EMPTY'],
    ['RESIDENT_ID', '11010519491231', 'SHAPE'],
    ['RESIDENT_ID', '1101051949123100XX', 'SHAPE'],
    ['RESIDENT_ID', '110105491231002', 'FIFTEEN_DIGITS'],
    ['RESIDENT_ID', '110105194912310021', 'CHECK_DIGIT'],
    ['RESIDENT_ID', withCheck('34010119900229000'), 'BIRTH_DATE'],
    ['RESIDENT_ID', '340101199002290007', 'BIRTH_DATE'],
    ['RESIDENT_ID', withCheck('34010119901301000'), 'BIRTH_DATE'],
    ['RESIDENT_ID', withCheck('34010120261125000'), 'BIRTH_DATE_FUTURE'],
    ['RESIDENT_ID', withCheck('99010119900101000'), 'REGION'],
    ['RESIDENT_ID', '810000198807150008', 'REGION'],
    ['HMT_RESIDENCE_PERMIT', '11010519491231002X', 'REGION'],
    ['HMT_RESIDENCE_PERMIT', '81000019880715000', 'SHAPE'],
    ['FOREIGN_PERMANENT_RESIDENT', '911840198201010001', 'CHECK_DIGIT'],
    ['FOREIGN_PERMANENT_RESIDENT', '11010519491231002X', 'SHAPE'],
    ['HM_TRAVEL_PERMIT', 'A12345678', 'SHAPE'],
    ['HM_TRAVEL_PERMIT', 'H123456789', 'SHAPE'],
    ['TW_TRAVEL_PERMIT', '123456789', 'SHAPE'],
    ['PASSPORT', 'E123', 'SHAPE'],
    ['MILITARY_ID', '1', 'SHAPE'],
  ])('of type %s is refused: %j as %s', (type, number, code) => {
    expect(checkIdNumber(type, number, TODAY)).toMatchObject({ ok: false, code });
  });

  it('of 15 digits comes with its 18-character form', () => {
    expect(checkIdNumber('RESIDENT_ID', '110105491231002', TODAY)).toMatchObject({
      suggestion: '11010519491231002X',
    });
    expect(checkIdNumber('RESIDENT_ID', '110105491331002', TODAY)).toMatchObject({
      code: 'FIFTEEN_DIGITS',
      suggestion: null,
    });
  });

  it('may be somebody’s who was born today', () => {
    const number = withCheck(`340101${TODAY.replaceAll('-', '')}000`);
    expect(checkIdNumber('RESIDENT_ID', number, TODAY).ok).toBe(true);
  });

  it('of a Chinese passport follows the Chinese form', () => {
    expect(checkIdNumber('PASSPORT', 'E12345678', TODAY, 'CHN').ok).toBe(true);
    expect(checkIdNumber('PASSPORT', '12345', TODAY, 'CHN').ok).toBe(false);
    expect(checkIdNumber('PASSPORT', '12345', TODAY, 'USA').ok).toBe(true);
  });

  it('is accepted however it is typed, and tells the odd 17th digit as male', () => {
    fc.assert(
      fc.property(residentNumbers, (number) => {
        const fullWidth = number.replace(/./g, (c) =>
          String.fromCharCode(c.charCodeAt(0) + 0xfee0),
        );
        for (const typed of [
          number,
          ` ${number.toLowerCase()} `,
          fullWidth,
          number.replace(/(.{6})/, '$1 '),
        ]) {
          const check = checkIdNumber('RESIDENT_ID', typed, TODAY);
          expect(check).toMatchObject({
            ok: true,
            canonical: number,
            sex: Number(number.charAt(16)) % 2 === 1 ? 'MALE' : 'FEMALE',
          });
        }
      }),
    );
  });

  it('with one wrong digit is always caught', () => {
    fc.assert(
      fc.property(
        residentNumbers,
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (number, place, shift) => {
          const wrong = (Number(number.charAt(place)) + shift) % 10;
          const changed = number.slice(0, place) + String(wrong) + number.slice(place + 1);
          expect(checkIdNumber('RESIDENT_ID', changed, TODAY).ok).toBe(false);
        },
      ),
    );
  });

  it('is brought into one form once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
        const once = normaliseIdNumber(raw);
        expect(normaliseIdNumber(once)).toBe(once);
      }),
    );
  });

  it('keeps a letter whose two accents come apart as a capital', () => {
    const once = normaliseIdNumber('\u1fd2');
    expect(normaliseIdNumber(once)).toBe(once);
  });

  it('has words for every fault', () => {
    for (const code of Object.values(IdNumberFault)) {
      expect(hasText(`problem.idNumber.${code}`)).toBe(true);
    }
  });
});

describe('The key of a person', () => {
  it.each<readonly [IdType, string, string, string | undefined]>([
    ['RESIDENT_ID', '11010519491231002x', 'RESIDENT_ID:11010519491231002X', undefined],
    ['HM_TRAVEL_PERMIT', 'h12345678', 'HM_TRAVEL_PERMIT:H12345678', undefined],
    ['HM_TRAVEL_PERMIT', 'H1234567802', 'HM_TRAVEL_PERMIT:H12345678', undefined],
    ['TW_TRAVEL_PERMIT', '1234567801', 'TW_TRAVEL_PERMIT:12345678', undefined],
    ['PASSPORT', 'e12345678', 'PASSPORT:CHN:E12345678', 'chn'],
  ])('of type %s %s is %s', (type, number, key, country) => {
    expect(canonicalIdKey(type, number, country)).toBe(key);
  });

  it('tells passports of two countries apart and needs to know the country', () => {
    expect(canonicalIdKey('PASSPORT', 'A1234567', 'USA')).not.toBe(
      canonicalIdKey('PASSPORT', 'A1234567', 'KOR'),
    );
    expect(() => canonicalIdKey('PASSPORT', 'A1234567')).toThrow('country');
  });
});

describe('Birth date and sex', () => {
  it.each<readonly [IdType, string, boolean]>([
    ['RESIDENT_ID', '11010519491231002X', true],
    ['HMT_RESIDENCE_PERMIT', '810000198807150008', true],
    ['FOREIGN_PERMANENT_RESIDENT', '91184019820101000X', true],
    ['FOREIGN_PERMANENT_RESIDENT', 'USA110090101123', false],
    ['HM_TRAVEL_PERMIT', 'H12345678', false],
    ['PASSPORT', 'E12345678', false],
  ])('of type %s %s are in the number: %s', (type, number, carries) => {
    expect(carriesBirthDate(type, number)).toBe(carries);
  });
});

import { describe, expect, it } from 'vitest';

import { type Answers, answersFrom, asksBirth, draftFields, NO_ANSWERS } from './answers.js';
import { addressAfter, addressBefore, firstUnfinished, stepOf } from './steps.js';

const COMPLETE: Answers = {
  ...NO_ANSWERS,
  idType: 'RESIDENT_ID',
  idNumber: '340101198511040001',
  name: '演示',
  employer: '演示检测公司',
  employerType: 'TESTING_BODY',
  divisionCode: '340100',
  postalAddress: '演示路 1 号',
  education: 'BACHELOR',
  degree: 'NONE',
  school: '演示大学',
  graduationDate: '2007-07-01',
  majorType: 'NON_STEM',
  major: '会计学',
  title: 'NONE',
  workYears: '0',
};
const ALL = { answers: COMPLETE, phoneVerified: true, hasPhoto: true };

describe('A registration goes on', () => {
  it.each([
    ['check', ALL],
    ['identity', { ...ALL, answers: { ...COMPLETE, name: '' } }],
    ['identity', { ...ALL, answers: { ...COMPLETE, idType: 'PASSPORT', idNumber: 'E12345678' } }],
    ['contact', { ...ALL, phoneVerified: false }],
    ['contact', { ...ALL, answers: { ...COMPLETE, divisionCode: '' } }],
    ['education', { ...ALL, answers: { ...COMPLETE, major: '' } }],
    ['photo', { ...ALL, hasPhoto: false }],
  ] as const)('at %s', (step, progress) => {
    expect(firstUnfinished(progress)).toBe(step);
  });

  it('with the next step, or back at the check where a change began', () => {
    expect(addressAfter('contact', undefined)).toBe('/register/education');
    expect(addressAfter('contact', 'check')).toBe('/register/check');
    expect(addressBefore('identity', undefined)).toBeUndefined();
    expect(addressBefore('identity', 'check')).toBe('/register/check');
    expect(addressBefore('photo', undefined)).toBe('/register/education');
  });
});

describe('A refused field', () => {
  it.each([
    ['idNumber', 'identity'],
    ['password', 'contact'],
    ['phone', 'contact'],
    ['postcode', 'contact'],
    ['majorCode', 'education'],
    ['photo', 'photo'],
    ['truthDeclared', 'check'],
  ] as const)('%s is put right at %s', (field, step) => {
    expect(stepOf(field)).toBe(step);
  });
});

describe('A draft', () => {
  it('comes back from the server as it was sent', () => {
    expect({ ...NO_ANSWERS, ...answersFrom(draftFields(COMPLETE)) }).toEqual(COMPLETE);
  });

  it('holds no password and nothing the steps do not ask', () => {
    expect(answersFrom({ password: 'secret', other: 1, name: '演示' })).toEqual({ name: '演示' });
    expect(Object.keys(draftFields(COMPLETE))).not.toContain('password');
  });

  it.each([null, undefined, 'text', 7, [], { name: null, workYears: {} }])(
    'that is unusable (%j) brings nothing',
    (fields) => {
      expect(answersFrom(fields)).toEqual({});
    },
  );
});

describe('Birth date and sex are asked', () => {
  it.each([
    ['RESIDENT_ID', '', false],
    ['HMT_RESIDENCE_PERMIT', '810000198807150008', false],
    ['HM_TRAVEL_PERMIT', 'H12345678', true],
    ['TW_TRAVEL_PERMIT', '', true],
    ['PASSPORT', 'E12345678', true],
    ['FOREIGN_PERMANENT_RESIDENT', '', false],
    ['FOREIGN_PERMANENT_RESIDENT', '91184019820101000X', false],
    ['FOREIGN_PERMANENT_RESIDENT', 'USA110082010101', true],
  ])('for %s %s: %s', (idType, idNumber, asked) => {
    expect(asksBirth(idType, idNumber)).toBe(asked);
  });
});

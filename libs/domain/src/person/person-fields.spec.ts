import { describe, expect, it } from 'vitest';
import {
  isEmail,
  isMobilePhone,
  isPersonName,
  isPostcode,
  normaliseName,
  normalisePhone,
} from './person-fields.js';

describe('A person’s name', () => {
  it.each(['张三', '𬱖㛃', '䶮䶮', '买买提·吐尔逊', 'Mary Jane O’Neil-Smith', "D'Arcy", 'José'])(
    'may be %s',
    (name) => {
      expect(isPersonName(name)).toBe(true);
    },
  );

  it.each(['', '张', '张3', '张 三', '·张三', '张三·', '-Mary', '张'.repeat(51), 'R2D2', '<b>'])(
    'may not be %j',
    (name) => {
      expect(isPersonName(name)).toBe(false);
    },
  );

  it('has one kind of middle dot and single blanks', () => {
    expect(normaliseName(' 买买提•吐尔逊 ')).toBe('买买提·吐尔逊');
    expect(normaliseName('Mary   Jane')).toBe('Mary Jane');
  });
});

describe('Contact data', () => {
  it.each(['１３８ ００１３-８０００', '+86 138 0013 8000', '008613800138000'])(
    'reads the phone %s',
    (typed) => {
      expect(normalisePhone(typed)).toBe('13800138000');
    },
  );

  it.each([
    ['13800138000', true],
    ['12800138000', false],
    ['1380013800', false],
    ['138001380000', false],
  ])('takes %s for a mobile phone: %s', (phone, ok) => {
    expect(isMobilePhone(phone)).toBe(ok);
  });

  it.each([
    ['name@example.com', true],
    ['a.b+c@sub.example.cn', true],
    ['name@example', false],
    ['name example.com', false],
    ['@example.com', false],
    [`${'x'.repeat(250)}@example.com`, false],
  ])('takes %s for an e-mail address: %s', (email, ok) => {
    expect(isEmail(email)).toBe(ok);
  });

  it.each([
    ['230000', true],
    ['23000', false],
    ['23000a', false],
  ])('takes %s for a postcode: %s', (postcode, ok) => {
    expect(isPostcode(postcode)).toBe(ok);
  });
});

import { describe, expect, it } from 'vitest';

import { inputOf, typedOf, valueOf } from './rule-input.js';

describe('How values of rules are typed', () => {
  it.each([
    ['returnDeadlineDays', 30, 'number'],
    ['absentAllowsResit', true, 'choice'],
    ['planChoice.testing-initial', 'BY_CANDIDATE', 'choice'],
    ['lastDay', 'DAY_BEFORE', 'choice'],
    ['maximumResits', 'UNLIMITED', 'structure'],
    ['maximumResits', 2, 'structure'],
    ['age', { min: 18, below: 65 }, 'numbers'],
    ['education', { I: 'JUNIOR_SCHOOL' }, 'structure'],
    ['baseMethods', ['RT', 'UT'], 'structure'],
  ])('%s comes back as it was', (code, value, kind) => {
    const input = inputOf(code, value);
    expect(input.kind).toBe(kind);
    expect(valueOf(typedOf(value, input), input)).toEqual(value);
  });

  it.each([
    [30, '３０', 30],
    [30, 'thirty', undefined],
    [30, '-1', undefined],
    [30, '', undefined],
    [true, '', undefined],
    [[], '[', undefined],
    ['UNLIMITED', '2', 2],
  ])('in place of %j, “%s” is read as %j', (current, whole, value) => {
    expect(valueOf({ whole, parts: {} }, inputOf('some', current))).toEqual(value);
  });

  it('needs every part of a value of named numbers', () => {
    const input = inputOf('age', { min: 18, below: 65 });
    expect(valueOf({ whole: '', parts: { min: '20', below: '60' } }, input)).toEqual({
      min: 20,
      below: 60,
    });
    expect(valueOf({ whole: '', parts: { min: '20', below: '' } }, input)).toBeUndefined();
  });
});

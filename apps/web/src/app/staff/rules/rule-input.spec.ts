import { describe, expect, it } from 'vitest';

import { inputOf, typedOf, valueOf } from './rule-input.js';

describe('How values of rules are typed', () => {
  it.each([
    ['returnDeadlineDays', 30, 'number'],
    ['absentAllowsResit', true, 'choice'],
    ['planChoice.testing-initial', 'BY_CANDIDATE', 'choice'],
    ['lastDay', 'DAY_BEFORE', 'choice'],
    ['maximumResits', 'UNLIMITED', 'structure'],
    ['age', { min: 18, below: 65 }, 'structure'],
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
  ])('in place of %j, “%s” is read as %j', (current, typed, value) => {
    expect(valueOf(typed, inputOf('some', current))).toEqual(value);
  });
});

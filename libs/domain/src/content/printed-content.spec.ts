import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TESTING_INITIAL as type } from '../applications/testing-initial.js';
import { hasText } from '../texts/text.js';
import { canonicalJson, contentHashInput, printedContent } from './printed-content.js';

const person = { name: '演示甲', sex: 'MALE', employer: '演示检测有限公司', employerType: 'OTHER' };
const answers = {
  testingNature: 'PERIODIC',
  workRecords: [{ from: '2020-01-01', to: null, unit: '演示检测有限公司', kind: 'TESTING' }],
  remark: '无',
};
const hashInput = (p: object, a: Readonly<Record<string, unknown>>) =>
  contentHashInput(printedContent(type, p, a));

describe('The printed form', () => {
  it('shows exactly the printed fields, in the declared order', () => {
    const shown = printedContent(type, person, answers).sections.flatMap(({ values }) =>
      values.map(({ fieldId }) => fieldId),
    );
    const printed = type.fields.filter((field) => field.printed).map(({ id }) => id);
    expect(shown).toEqual(
      type.sections.flatMap(({ fields }) => fields).filter((id) => printed.includes(id)),
    );
  });

  it('has words for every title and label', () => {
    for (const { titleKey, values } of printedContent(type, person, answers).sections) {
      expect(hasText(titleKey)).toBe(true);
      for (const { labelKey } of values) expect(hasText(labelKey)).toBe(true);
    }
  });

  it('leaves out a section without printed fields', () => {
    expect(printedContent(type, person, answers).sections.map(({ id }) => id)).not.toContain(
      'delivery',
    );
  });
});

describe('The text behind the content hash', () => {
  const before = hashInput(person, answers);

  it.each([
    ['a printed answer', person, { ...answers, testingNature: 'OTHER' }],
    ['a printed field of the person', { ...person, name: '演示乙' }, answers],
    ['a row of the work record', person, { ...answers, workRecords: [] }],
  ])('changes with %s', (_title, p, a) => {
    expect(hashInput(p, a)).not.toBe(before);
  });

  it.each([
    ['an answer that is not printed', person, { ...answers, remark: '有' }],
    ['a field of the person that is not printed', { ...person, employerType: 'OPERATOR' }, answers],
    ['the order of the keys', Object.fromEntries(Object.entries(person).reverse()), answers],
    ['an empty value that is spelled out', person, { ...answers, workYears: null }],
  ])('does not change with %s', (_title, p, a) => {
    expect(hashInput(p, a)).toBe(before);
  });

  it('survives being stored as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const stored: unknown = JSON.parse(JSON.stringify(value));
        expect(canonicalJson(stored)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(stored);
      }),
    );
  });
});

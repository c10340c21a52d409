import fc from 'fast-check';
import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DocumentCosts, weigh } from './document-costs.js';

const schema = buildSchema(`
  type Case { id: ID! files(first: Int = 5): [Case!]! }
  type Query { cases(first: Int!, name: String): [Case!]! one: Case }
`);

const DOCUMENTS = {
  list: 'query ($n: Int!, $name: String) { cases(first: $n, name: $name) { id } }',
  nested:
    'query ($n: Int!, $m: Int) { cases(first: $n) { files(first: $m) { files(first: $n) { id } } } }',
  included:
    'query ($n: Int!, $all: Boolean!) { cases(first: $n) { id ... on Case @include(if: $all) { files { id } } } }',
  skipped:
    'query ($n: Int!, $all: Boolean = false) { cases(first: $n) { id files @skip(if: $all) { id } } }',
  byFragment: 'query ($n: Int!) { one { ...F } } fragment F on Case { files(first: $n) { id } }',
} as const;

const variables = fc.record(
  {
    n: fc.nat(120),
    m: fc.option(fc.nat(50)),
    all: fc.boolean(),
    name: fc.string(),
  },
  { requiredKeys: ['n', 'all', 'name'] },
);

describe('The cost of a document', () => {
  it.each(Object.entries(DOCUMENTS))('is the same remembered as weighed: %s', (_, text) => {
    const costs = new DocumentCosts();
    const query = parse(text);
    fc.assert(
      fc.property(variables, (given) => {
        const operation = { schema, query, variables: given };
        const weighed = weigh(operation);
        expect(costs.of(operation)).toBe(weighed);
        expect(costs.of(operation)).toBe(weighed);
      }),
    );
  });

  it('is kept apart for each operation of a document', () => {
    const costs = new DocumentCosts();
    const query = parse('query A { one { id } } query B { cases(first: 10) { id } }');
    const of = (operationName: string): number =>
      costs.of({ schema, query, operationName, variables: {} });
    expect([of('A'), of('B'), of('A'), of('B')]).toEqual([2, 11, 2, 11]);
  });

  it('is weighed anew for what is no number, and refused', () => {
    const costs = new DocumentCosts();
    const query = parse(DOCUMENTS.list);
    const of = (n: unknown): number => costs.of({ schema, query, variables: { n } });
    expect(of(3)).toBe(4);
    expect(() => of('3')).toThrow('Int cannot represent');
    expect(() => of([3])).toThrow('Int cannot represent');
    expect(() => of(null)).toThrow('must not be null');
  });
});

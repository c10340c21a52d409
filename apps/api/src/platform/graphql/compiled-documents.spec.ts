import { readFileSync } from 'node:fs';
import { buildSchema, execute, isInputObjectType, isNonNullType, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { CompiledDocuments } from './compiled-documents.js';
import type { RequestContext } from './request-context.js';

const schema = buildSchema(`
  enum Track { TESTING INSPECTION }
  input Page { first: Int!, track: Track = TESTING }
  type Query { echo(first: Int!, track: Track, page: Page): String }
`);
const query = schema.getQueryType()?.getFields()['echo'];
if (query) query.resolve = (_, args) => JSON.stringify(args);

/** Nothing here reads it. */
const CONTEXT = {} as RequestContext;

describe('A compiled document', () => {
  it.each([
    ['query ($first: Int! = 20) { echo(first: $first) }', {}],
    ['query ($first: Int! = 20) { echo(first: $first) }', { first: 3 }],
    ['query ($first: Int! = 20) { echo(first: $first) }', { first: null }],
    ['query ($first: Int!) { echo(first: $first) }', {}],
    ['query ($track: Track! = TESTING) { echo(first: 1, track: $track) }', {}],
    ['query ($track: Track = TESTING) { echo(first: 1, track: $track) }', { track: null }],
    ['query ($track: Track) { echo(first: 1, track: $track) }', {}],
    ['query ($page: Page = { first: 2, track: INSPECTION }) { echo(first: 1, page: $page) }', {}],
    ['query ($page: Page!) { echo(first: 1, page: $page) }', { page: { first: 7 } }],
    ['query ($page: Page!) { echo(first: 1, page: $page) }', { page: { first: 1, track: 'NONE' } }],
  ])('answers as the interpreted one does: %s %j', async (text, variables) => {
    const document = parse(text);
    const run = new CompiledDocuments(1).executor(schema, document, '');
    const compiled = await run?.(CONTEXT, variables);
    const interpreted = await execute({ schema, document, variableValues: variables });
    expect(compiled?.data).toEqual(interpreted.data);
    expect(compiled?.errors?.length).toBe(interpreted.errors?.length);
  });

  it.each(['schema', 'integration'])(
    'meets no required input field with a default in the %s, which it would take for missing',
    (name) => {
      const ours = buildSchema(readFileSync(`libs/graphql/${name}.graphql`, 'utf8'));
      const risky = Object.values(ours.getTypeMap())
        .filter((type) => isInputObjectType(type))
        .flatMap((type) => Object.values(type.getFields()))
        .filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue !== undefined);
      expect(risky).toEqual([]);
    },
  );

  it('is compiled from the use on that is worth it', () => {
    const documents = new CompiledDocuments(3);
    const document = parse('{ echo(first: 1) }');
    const uses = [1, 2, 3, 4].map(() => documents.executor(schema, document, '') !== null);
    expect(uses).toEqual([false, false, true, true]);
  });
});

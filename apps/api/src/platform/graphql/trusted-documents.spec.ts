import { readFileSync } from 'node:fs';
import { TRUSTED_DOCUMENTS } from '@kaopu/graphql';
import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { documentLimits } from './limits.js';

describe('The documents that are trusted', () => {
  it('would pass every rule and limit that others are held to', () => {
    const schema = buildSchema(readFileSync('libs/graphql/schema.graphql', 'utf8'));
    const wrongs = [...TRUSTED_DOCUMENTS.values()].flatMap((text) =>
      validate(schema, parse(text), [...specifiedRules, documentLimits]),
    );
    expect(wrongs).toEqual([]);
  });
});

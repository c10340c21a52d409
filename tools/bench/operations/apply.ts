import { randomUUID } from 'node:crypto';
import type { Draft, World } from '../data/world.js';
import type { Tokens } from '../servers/tokens.js';
import { APPLY } from './documents.js';
import type { Kind } from './kind.js';
import { graphql, type Operation, type RequestMaker } from './operation.js';

/** One submission per draft, each by its owner. */
export async function submissions(
  kind: Kind,
  drafts: readonly Draft[],
  tokens: Tokens,
  operationName: 'Apply' | 'ApplyNaively' = 'Apply',
): Promise<RequestMaker> {
  const bearers = await Promise.all(drafts.map((draft) => tokens.of(kind, draft)));
  return (index) => {
    const { applicationId = '' } = drafts[index] ?? {};
    return graphql('/graphql', bearers[index] ?? '', {
      query: APPLY,
      operationName,
      variables: {
        input: { applicationId, version: 1, idempotencyKey: randomUUID(), truthDeclared: true },
      },
    });
  };
}

/** Applying: every request needs a draft nobody has submitted yet. */
export const apply = (perRound: number): Operation => ({
  name: 'apply',
  servers: ['floor', 'stock', 'kaopu'],
  comparable: true,
  perRound,
  async prepare(kind: Kind, world: World, tokens: Tokens, requests: number): Promise<RequestMaker> {
    const plan = await world.plan(1_000_000);
    return submissions(kind, await world.drafts(requests, plan), tokens);
  },
});

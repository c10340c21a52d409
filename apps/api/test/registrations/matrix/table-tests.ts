import type { ApplicationType } from '@kaopu/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withReferenceData } from '../../builders/reference-data.js';
import { ApiHarness } from '../../support/api-harness.js';
import { declaredMoves } from './moves.js';
import type { Hand } from './postures.js';
import { preparedCase } from './prepared-cases.js';
import { Offices, type Reader } from './readers.js';
import { Walk } from './walk.js';

/** A server with everybody who works on cases. */
export interface World {
  readonly api: ApiHarness;
  /** A complete draft of the type, and everybody who may look at it. */
  readonly prepared: (code: string) => Promise<{ hand: Hand; readers: readonly Reader[] }>;
}

/** One for all tests of the `describe` it is called in. @returns it, once it is there. */
export function aWorld(): () => World {
  let world: World | undefined;
  beforeAll(async () => {
    const api = await ApiHarness.start();
    await withReferenceData(api);
    const offices = await Offices.open(api);
    const prepared: World['prepared'] = async (code) => {
      const subject = await preparedCase(api, code);
      const desk = offices.desk(subject.institutionCode);
      return { hand: { api, desk, subject }, readers: await offices.readersOf(subject) };
    };
    world = { api, prepared };
  });
  afterAll(() => world?.api.stop());
  return () => {
    if (!world) throw new Error('The server has not started.');
    return world;
  };
}

/** Every type × state × role × action, against what the types declare. */
export function holdsFor(types: readonly ApplicationType[], world: () => World): void {
  it.concurrent.each(types.map(({ code, workflow }) => ({ code, workflow })))(
    'holds for everybody in every state of $code',
    async ({ code, workflow }) => {
      const { hand, readers } = await world().prepared(code);
      const walk = new Walk(hand, readers);
      await walk.whole();
      expect(walk.found).toEqual([]);
      expect(sorted(walk.states)).toEqual(sorted(workflow.states.map((state) => state.code)));
      expect(sorted(walk.taken)).toEqual(sorted(declaredMoves(workflow)));
    },
  );
}

/** Each once, in one order. */
export const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

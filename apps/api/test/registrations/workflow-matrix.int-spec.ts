import {
  APPLICATION_ACTIONS,
  APPLICATION_TYPES,
  ROLES,
  type ActionDeclaration,
  type ApplicationStatus,
  type Workflow,
} from '@kaopu/domain';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { describe, expect, it } from 'vitest';
import { standingOf, targetOf } from './matrix/case-now.js';
import { changedSince, refusedKey, traceOf } from './matrix/kept-rows.js';
import { PERSONS } from './matrix/readers.js';
import { aWorld, holdsFor, sorted } from './matrix/table-tests.js';
import { Walk } from './matrix/walk.js';
import { act, BESIDE_CASES, WAYS } from './matrix/ways.js';

type Actions = readonly ActionDeclaration[];

/** A table that is another one than the server's. */
const otherwise = (
  workflow: Workflow,
  state: ApplicationStatus,
  actions: (declared: Actions) => Actions,
): Workflow => ({
  ...workflow,
  states: workflow.states.map((one) =>
    one.code === state ? { ...one, actions: actions(one.actions) } : one,
  ),
});

/**
 * The types with an exam; those without are in a file of their own, to run beside this one. How it is
 * done: `matrix/walk.ts`; what is expected: `matrix/expectations.ts`.
 */
describe('The declared table, over the API,', { timeout: 120_000 }, () => {
  const world = aWorld();

  holdsFor(
    APPLICATION_TYPES.filter(({ path }) => path === 'EXAM'),
    world,
  );

  it.concurrent('is held against the server: what only one of them has is found', async () => {
    const { hand, readers } = await world().prepared('testing-initial');
    const other = otherwise(hand.subject.type.workflow, 'DRAFT', (actions) => [
      ...actions.filter(({ action }) => action !== 'DELETE'),
      { action: 'WITHDRAW', roles: ['CANDIDATE'], to: 'WITHDRAWN', guards: [], reason: 'NONE' },
    ]);
    const walk = new Walk(hand, readers, other);
    await walk.here();
    expect(walk.found).toEqual([
      'DRAFT: the owner is offered DELETE EDIT SUBMIT, declared is EDIT SUBMIT WITHDRAW',
      'DRAFT: DELETE (actOnApplication) by the owner: done, declared is refused STATE_INVALID',
      'DRAFT: refused requests left a trace in application_action, audit_log, idempotency',
      'DRAFT: WITHDRAW (actOnApplication) by the owner: refused STATE_INVALID, declared is done',
    ]);
  });

  it('is asked for by everybody who can sign in', () => {
    expect(sorted(PERSONS)).toEqual(sorted(ROLES.filter((role) => role !== 'SYSTEM')));
  });

  it('has a request for every action', () => {
    expect(sorted(Object.keys(WAYS))).toEqual(sorted(APPLICATION_ACTIONS));
  });

  it('knows of every mutation whether it changes a case', () => {
    const schema = world().api.app.get(GraphQLSchemaHost).schema;
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
    const ways = Object.values(WAYS).flatMap((each) => each.map(({ mutation }) => mutation));
    expect(sorted([...ways, ...BESIDE_CASES])).toEqual(sorted(mutations));
    expect(ways.filter((name) => BESIDE_CASES.includes(name))).toEqual([]);
  });

  it('is not gone round by asking for an action with data as if it had none', async () => {
    const { hand } = await world().prepared('testing-initial');
    const { api, subject } = hand;
    const before = await traceOf(api, subject);
    const target = await targetOf(hand);
    const withData = APPLICATION_ACTIONS.filter(
      (action) => !WAYS[action].some(({ mutation }) => mutation === 'actOnApplication'),
    );
    for (const action of withData) {
      const idempotencyKey = `${refusedKey(subject.id)}${action}`;
      const outcome = await act(action).send(subject.owner, { ...target, idempotencyKey });
      expect(outcome, action).toBe('refused VALIDATION');
    }
    expect(changedSince(before, await traceOf(api, subject))).toEqual([]);
    expect(await standingOf(hand)).toEqual({ state: 'DRAFT', isHandedIn: false });
  });
});

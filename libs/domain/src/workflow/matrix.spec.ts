import { describe, expect, it } from 'vitest';
import { APPLICATION_TYPES } from '../applications/registry.js';
import { APPLICATION_ACTIONS, type ApplicationAction } from './action.js';
import { decide } from './decide.js';
import type { WorkflowFlags } from './flags.js';
import { ROLES, type Role } from './roles.js';
import { APPLICATION_STATUSES } from './status.js';

/** Flags under which no guard stands in the way of the action. */
const clearFor = (action: ApplicationAction): WorkflowFlags => ({
  outcome: 'PASSED',
  deletedFrom: 'SUBMITTED',
  returnOverdue: action === 'EXPIRE',
  openVerdicts: action === 'RETURN' ? 1 : 0,
});

const cells = APPLICATION_TYPES.flatMap((type) =>
  APPLICATION_STATUSES.flatMap((state) => ROLES.map((role) => ({ type, state, role }))),
);

const actor = (role: Role) => ({ id: role, roles: [role], isOwner: role === 'CANDIDATE' });

/** Generated from the declarations: every type × state × role × action, allowed or refused. */
describe('The table of every application type', () => {
  it.each(cells)('$type.code in $state for $role', ({ type, state, role }) => {
    const declared = type.workflow.states.find(({ code }) => code === state)?.actions ?? [];
    for (const action of APPLICATION_ACTIONS) {
      const flags = clearFor(action);
      const decision = decide({ type, state, action, actor: actor(role), flags, reason: '理由' });
      const own = declared.find((one) => one.action === action && one.roles.includes(role));
      expect(decision.allowed, action).toBe(own !== undefined);
      if (!decision.allowed || own === undefined) continue;
      const targets = typeof own.to === 'string' ? [own.to] : Object.values(own.to.targets);
      expect(targets).toContain(decision.to);
    }
  });
});

describe('The path of a type', () => {
  it.each(APPLICATION_TYPES)('of $code is the one it declares', ({ path, workflow }) => {
    const has = workflow.states.some(({ code }) => code === 'EXAMINED');
    expect(has).toBe(path === 'EXAM');
    const accept = workflow.states
      .find(({ code }) => code === 'UNDER_REVIEW')
      ?.actions.find(({ action }) => action === 'ACCEPT');
    if (path === 'REVIEW') expect(accept?.to).toBe('READY_TO_FORWARD');
  });
});

import type { ApplicationAction } from './action.js';
import type { GuardCode } from './guards.js';
import { ROLES, audienceOf, type Audience, type Role } from './roles.js';
import type { ApplicationStatus } from './status.js';
import type { Access, ActionDeclaration, StateDeclaration, Writable } from './workflow.js';

/** What a state says about itself; everything left out has the usual value. */
export interface StateSketch {
  readonly code: ApplicationStatus;
  readonly terminal?: boolean;
  readonly holdsSeat?: boolean;
  readonly live?: boolean;
  /** Groups that may read the case in this state; SYSTEM always may. */
  readonly readers: readonly Audience[];
  /** What the candidate may write; staff never write a candidate's data. */
  readonly candidateWrites?: Writable;
  readonly actions?: readonly ActionDeclaration[];
  /** Groups with a next-step text of their own; the others have nothing to do. */
  readonly nextSteps: readonly Audience[];
}

function accessOf(role: Role, sketch: StateSketch): Access {
  const readable = role === 'SYSTEM' || sketch.readers.includes(audienceOf(role));
  const writes = role === 'CANDIDATE' ? (sketch.candidateWrites ?? 'NONE') : 'NONE';
  return { readable, writable: readable ? writes : 'NONE' };
}

function nextStepKey(audience: Audience, sketch: StateSketch): string {
  if (audience === 'OBSERVER') return 'nextStep.observe';
  return sketch.nextSteps.includes(audience)
    ? `nextStep.${sketch.code}.${audience.toLowerCase()}`
    : 'nextStep.none';
}

/** Spells a sketch out into the complete declaration of one state, for every role. */
export function state(sketch: StateSketch): StateDeclaration {
  const access = (role: Role): Access => accessOf(role, sketch);
  return {
    code: sketch.code,
    terminal: sketch.terminal ?? false,
    holdsSeat: sketch.holdsSeat ?? false,
    live: sketch.live ?? sketch.terminal !== true,
    // Built from every role, so none is missing.
    access: Object.fromEntries(ROLES.map((role) => [role, access(role)])) as Record<Role, Access>,
    actions: sketch.actions ?? [],
    statusKey: `status.${sketch.code}`,
    nextStepKeys: {
      CANDIDATE: nextStepKey('CANDIDATE', sketch),
      INSTITUTION: nextStepKey('INSTITUTION', sketch),
      AUTHORITY: nextStepKey('AUTHORITY', sketch),
      OBSERVER: nextStepKey('OBSERVER', sketch),
    },
  };
}

/** One action by one role or several; guards in the order they are to be told. */
export function action(
  name: ApplicationAction,
  roles: Role | readonly Role[],
  to: ActionDeclaration['to'],
  guards: readonly GuardCode[] = [],
  reason: ActionDeclaration['reason'] = 'NONE',
): ActionDeclaration {
  return { action: name, roles: typeof roles === 'string' ? [roles] : roles, to, guards, reason };
}

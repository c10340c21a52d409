import {
  APPLICATION_ACTIONS,
  APPLICATION_TYPES,
  type ActionDeclaration,
  type ApplicationAction,
  type ApplicationStatus,
  type GuardCode,
  type StateDeclaration,
  type Workflow,
} from '@kaopu/domain';
import type { Role } from '../../../src/platform/access/actor.js';
import type { Reader } from './readers.js';
import { WAYS, type Outcome, type Target, type Way } from './ways.js';

/**
 * What the table of a type says, worked out from the raw transitions: nothing here asks the
 * functions the server decides with.
 */

/** Where a case stands; what was never handed in is its owner's alone (domain.md §17). */
export interface Standing {
  readonly state: ApplicationStatus;
  readonly isHandedIn: boolean;
}

export const declaredState = (workflow: Workflow, state: ApplicationStatus): StateDeclaration => {
  const found = workflow.states.find(({ code }) => code === state);
  if (!found) throw new Error(`${state} is not declared.`);
  return found;
};

const offered = (
  workflow: Workflow,
  state: ApplicationStatus,
  action: ApplicationAction,
): ActionDeclaration | undefined =>
  declaredState(workflow, state).actions.find((one) => one.action === action);

/** Roles that have one of the mutation's actions in some state of some type: nobody else may call it. */
export function callersOf(mutation: string): readonly Role[] {
  const roles = APPLICATION_TYPES.flatMap(({ workflow }) => workflow.states)
    .flatMap(({ actions }) => actions)
    .filter(({ action }) => WAYS[action].some((way) => way.mutation === mutation))
    .flatMap((declared) => declared.roles);
  return [...new Set(roles)].filter((role) => role !== 'SYSTEM');
}

const CALLERS: ReadonlyMap<string, readonly Role[]> = new Map(
  Object.values(WAYS)
    .flat()
    .map(({ mutation }) => [mutation, callersOf(mutation)]),
);

/** A draft is submitted and a returned case submitted again by the same request: it means what is open. */
export function meant(
  workflow: Workflow,
  state: ApplicationStatus,
  action: ApplicationAction,
): ApplicationAction {
  const pair: readonly ApplicationAction[] = ['SUBMIT', 'RESUBMIT'];
  if (!pair.includes(action)) return action;
  return pair.find((one) => offered(workflow, state, one) !== undefined) ?? action;
}

/** May the reader know that the case is there? */
export function isReadable(
  workflow: Workflow,
  { state, isHandedIn }: Standing,
  { role, office }: Reader,
): boolean {
  if (office === 'OTHER') return false;
  return (
    declaredState(workflow, state).access[role].readable && (role === 'CANDIDATE' || isHandedIn)
  );
}

/** The actions a screen of the reader shows as open, while these guards stand in the way; null: no such case. */
export function openActions(
  workflow: Workflow,
  standing: Standing,
  reader: Reader,
  blocked: readonly GuardCode[],
): readonly ApplicationAction[] | null {
  if (!isReadable(workflow, standing, reader)) return null;
  return declaredState(workflow, standing.state)
    .actions.filter(({ roles }) => roles.includes(reader.role))
    .filter(({ guards }) => !guards.some((guard) => blocked.includes(guard)))
    .map(({ action }) => action);
}

export interface Cell {
  readonly standing: Standing;
  readonly reader: Reader;
  readonly action: ApplicationAction;
  readonly way: Way;
  readonly target: Target;
}

/**
 * What is answered before any case is looked for: who may not call the mutation at all, and EXPIRE,
 * which only a timer does, so that it is no input of any mutation.
 */
function blindly({ action, reader, way }: Cell): Outcome | null {
  if (!CALLERS.get(way.mutation)?.includes(reader.role)) return 'error FORBIDDEN';
  return action === 'EXPIRE' ? 'refused VALIDATION' : null;
}

/** What must come of a request: of an allowed one, when no guard stands in the way. */
export function expectedOutcome(workflow: Workflow, cell: Cell): Outcome {
  const { standing, reader, way, target } = cell;
  const blind = blindly(cell);
  if (blind !== null) return blind;
  if (!isReadable(workflow, standing, reader) || isNothingThere(way, target)) {
    return 'error NOT_FOUND';
  }
  const action = meant(workflow, standing.state, cell.action);
  const here = offered(workflow, standing.state, action);
  if (here?.roles.includes(reader.role)) return 'done';
  if (here) return 'refused FORBIDDEN';
  const isSomewhere = workflow.states.some(({ actions }) =>
    actions.some((one) => one.action === action && one.roles.includes(reader.role)),
  );
  return isSomewhere ? 'refused STATE_INVALID' : 'refused FORBIDDEN';
}

/** A decision is about a line and a print about a certificate; before there is one nothing can be named. */
const isNothingThere = ({ about }: Way, { line, certificate }: Target): boolean =>
  (about === 'LINE' && line === null) || (about === 'CERTIFICATE' && certificate === null);

/**
 * Whether the answer says anything the others do not. What is answered without a look at the case is
 * asked for every action of the draft, and later of the actions that are open to somebody else; where
 * there is no such case for the reader, the action does not matter, and one a mutation will do.
 */
export function isTelling(workflow: Workflow, cell: Cell): boolean {
  const { standing, reader, action, way } = cell;
  if (standing.state === workflow.initial) return true;
  if (blindly(cell) !== null) {
    return reader.office === 'OWN' && offered(workflow, standing.state, action) !== undefined;
  }
  if (isReadable(workflow, standing, reader)) return true;
  const first = APPLICATION_ACTIONS.find((one) =>
    WAYS[one].some(({ mutation }) => mutation === way.mutation),
  );
  return action === first;
}

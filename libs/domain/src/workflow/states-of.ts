import type { ApplicationType } from '../applications/application-type.js';
import type { ApplicationAction } from './action.js';
import type { ApplicationStatus } from './status.js';
import type { StateDeclaration } from './workflow.js';

type Declared = Pick<ApplicationType, 'workflow'>;

/** The declaration of a state, or undefined when the type does not have it. */
export function stateOf(type: Declared, status: ApplicationStatus): StateDeclaration | undefined {
  return type.workflow.states.find(({ code }) => code === status);
}

/** Whether anybody may take the action in a state; guards and roles have their say elsewhere. */
export function offersAction(
  type: Declared,
  status: ApplicationStatus,
  action: ApplicationAction,
): boolean {
  return stateOf(type, status)?.actions.some((declared) => declared.action === action) ?? false;
}

const statusesWhere =
  (holds: (state: StateDeclaration) => boolean) =>
  (type: Declared): readonly ApplicationStatus[] =>
    type.workflow.states.filter(holds).map(({ code }) => code);

/** Statuses that count for "one live application per person and item" (domain.md §10 invariant 5). */
export const liveStatuses = statusesWhere(({ live }) => live);

/** Statuses that take a seat of the chosen plan (domain.md §10 invariant 4). */
export const seatHoldingStatuses = statusesWhere(({ holdsSeat }) => holdsSeat);

/** The stations a tracker shows, in order; empty for a type without a tracker. */
export function milestonesOf(type: Declared): readonly ApplicationStatus[] {
  return type.workflow.milestones ?? [];
}

/** Statuses nothing leads out of. */
export const terminalStatuses = statusesWhere(({ terminal }) => terminal);

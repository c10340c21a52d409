import type { TextKey, TextParams } from '../texts/text.js';
import type { ApplicationAction } from './action.js';
import type { BranchCode } from './branches.js';
import type { RefusalCode } from './flags.js';
import type { GuardCode } from './guards.js';
import type { Audience, Role } from './roles.js';
import type { ApplicationStatus } from './status.js';

/** Which parts of an application somebody may write. AFTER_SLOTS: only what is due after submission. */
export type Writable = 'ALL' | 'FLAGGED' | 'AFTER_SLOTS' | 'NONE';

/** What one role may see and touch in one state. */
export interface Access {
  readonly readable: boolean;
  readonly writable: Writable;
}

/** A target that depends on a fact of the case, for example on the published outcome. */
export interface Branch {
  readonly branch: BranchCode;
  readonly targets: Readonly<Record<string, ApplicationStatus>>;
}

/** One thing that may be done in a state; `to` may be the state itself (work that does not move the case). */
export interface ActionDeclaration {
  readonly action: ApplicationAction;
  readonly roles: readonly Role[];
  readonly to: ApplicationStatus | Branch;
  readonly guards: readonly GuardCode[];
  /** Whether the actor must give a reason; recorded with the move and never changed. */
  readonly reason: 'NONE' | 'OPTIONAL' | 'REQUIRED';
}

/** One state of a workflow, complete: nothing else in the code base knows what it allows. */
export interface StateDeclaration {
  readonly code: ApplicationStatus;
  readonly terminal: boolean;
  /** Counts against the plan's capacity (domain.md §10 invariant 4). */
  readonly holdsSeat: boolean;
  /** Counts for "one live application per person and item" (domain.md §10 invariant 5). */
  readonly live: boolean;
  readonly access: Readonly<Record<Role, Access>>;
  readonly actions: readonly ActionDeclaration[];
  readonly statusKey: string;
  readonly nextStepKeys: Readonly<Record<Audience, string>>;
}

/** The whole life of an application type. Anything not listed here cannot happen. */
export interface Workflow {
  readonly initial: ApplicationStatus;
  readonly states: readonly StateDeclaration[];
  /** The stations a tracker shows with the day each was reached, in order; none without a tracker. */
  readonly milestones?: readonly ApplicationStatus[];
}

/** Who asks. `isOwner`: the application is this person's own; staff may never act on their own case. */
export interface WorkflowActor {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly isOwner: boolean;
}

/** Why a move was refused: a stable code, and a text the person may read. */
export interface Refusal {
  readonly allowed: false;
  readonly code: RefusalCode;
  readonly whyNot: TextKey;
  readonly params: TextParams;
}

/** The answer of the workflow to "may this actor do that now, and where does it lead?" */
export type Decision = { readonly allowed: true; readonly to: ApplicationStatus } | Refusal;

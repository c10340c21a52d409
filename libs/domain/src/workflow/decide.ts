import type { ApplicationType } from '../applications/application-type.js';
import type { TextKey, TextParams } from '../texts/text.js';
import { APPLICATION_ACTIONS, type ApplicationAction } from './action.js';
import { chooseBranch } from './branches.js';
import type { RefusalCode, WorkflowFlags } from './flags.js';
import { firstRefusal } from './guards.js';
import type { Role } from './roles.js';
import { stateOf } from './states-of.js';
import type { ApplicationStatus } from './status.js';
import type { ActionDeclaration, Decision, Refusal, WorkflowActor } from './workflow.js';

/** A case as the workflow sees it: what it is, where it stands, who asks, which facts hold. */
export interface WorkflowCase {
  readonly type: Pick<ApplicationType, 'workflow'>;
  readonly state: ApplicationStatus;
  readonly actor: WorkflowActor;
  readonly flags: WorkflowFlags;
}

/** A case with the action somebody wants to take and the reason they give. */
export interface WorkflowRequest extends WorkflowCase {
  readonly action: ApplicationAction;
  readonly reason?: string | null;
}

/** An action that is not possible now, and why; shown beside a disabled button. */
export interface WhyNot {
  readonly action: ApplicationAction;
  readonly code: RefusalCode;
  readonly whyNot: TextKey;
  readonly params: TextParams;
}

const refuse = (code: RefusalCode, whyNot: TextKey, params: TextParams = {}): Refusal => ({
  allowed: false,
  code,
  whyNot,
  params,
});

/** Owners act as candidates only, staff never on their own case. */
function servesAs(role: Role, actor: WorkflowActor): boolean {
  return actor.roles.includes(role) && (role === 'CANDIDATE') === actor.isOwner;
}

/** Null when one of the roles may act, else why not. */
function refuseByRole(
  roles: readonly Role[],
  actor: WorkflowActor,
  action: ApplicationAction,
): Refusal | null {
  if (roles.some((role) => servesAs(role, actor))) return null;
  if (!roles.some((role) => actor.roles.includes(role))) {
    return refuse('FORBIDDEN', 'whyNot.role', { action: { key: `action.${action}` } });
  }
  return refuse('FORBIDDEN', actor.isOwner ? 'whyNot.ownApplication' : 'whyNot.notOwner');
}

function rolesOf(type: WorkflowCase['type'], action: ApplicationAction): readonly Role[] {
  return type.workflow.states
    .flatMap(({ actions }) => actions)
    .filter((declared) => declared.action === action)
    .flatMap(({ roles }) => roles);
}

function leadTo({ to }: ActionDeclaration, flags: WorkflowFlags): Decision {
  if (typeof to === 'string') return { allowed: true, to };
  const name = chooseBranch(to.branch, flags);
  const target = name === null ? undefined : to.targets[name];
  return target === undefined
    ? refuse('VALIDATION', 'whyNot.outcomeUnknown')
    : { allowed: true, to: target };
}

function judge(
  { type, state, action, actor, flags }: WorkflowRequest,
  isReasonMissing: boolean,
): Decision {
  const declared = stateOf(type, state)?.actions.find((one) => one.action === action);
  const byRole = refuseByRole(declared?.roles ?? rolesOf(type, action), actor, action);
  if (byRole !== null) return byRole;
  if (declared === undefined) {
    const key: TextKey = stateOf(type, state) ? `whyNot.state.${state}` : 'whyNot.unknownState';
    return refuse('STATE_INVALID', key, { action: { key: `action.${action}` } });
  }
  const guarded = firstRefusal(declared.guards, flags);
  if (guarded !== null) return { allowed: false, ...guarded };
  if (declared.reason === 'REQUIRED' && isReasonMissing) {
    return refuse('VALIDATION', 'whyNot.reasonRequired');
  }
  return leadTo(declared, flags);
}

/**
 * May this actor take this action now, and where does it lead? The only place that decides it:
 * the server refuses with it, the browser enables buttons with it (architecture.md).
 * A role that never has the action is FORBIDDEN; a state that does not offer it is STATE_INVALID.
 */
export function decide(request: WorkflowRequest): Decision {
  return judge(request, (request.reason ?? '').trim() === '');
}

/** What the actor may do now. A reason an action demands is asked for afterwards and not judged here. */
export function allowedActions(workflowCase: WorkflowCase): readonly ApplicationAction[] {
  const offered = stateOf(workflowCase.type, workflowCase.state)?.actions ?? [];
  return APPLICATION_ACTIONS.filter(
    (action) =>
      offered.some((one) => one.action === action) &&
      judge({ ...workflowCase, action }, false).allowed,
  );
}

/** Actions that belong to the actor's roles but are not possible now, each with the reason. */
export function whyNot(workflowCase: WorkflowCase): readonly WhyNot[] {
  const { type, actor } = workflowCase;
  return APPLICATION_ACTIONS.filter((action) =>
    rolesOf(type, action).some((role) => servesAs(role, actor)),
  ).flatMap((action) => {
    const decision = judge({ ...workflowCase, action }, false);
    if (decision.allowed) return [];
    return [{ action, code: decision.code, whyNot: decision.whyNot, params: decision.params }];
  });
}

/** Whether an action in this state asks for a reason; NONE when the state does not offer it. */
export function reasonFor(
  type: WorkflowCase['type'],
  state: ApplicationStatus,
  action: ApplicationAction,
): ActionDeclaration['reason'] {
  const declared = stateOf(type, state)?.actions.find((one) => one.action === action);
  return declared?.reason ?? 'NONE';
}

import { branchKeys } from './branches.js';
import { isGuardCode } from './guards.js';
import { ROLES } from './roles.js';
import type { ActionDeclaration, StateDeclaration, Workflow } from './workflow.js';

type KnowsText = (key: string) => boolean;

/** Where an action may lead, all branches counted. */
function targetsOf({ to }: ActionDeclaration): readonly string[] {
  return typeof to === 'string' ? [to] : Object.values(to.targets);
}

function reachableFrom(workflow: Workflow): ReadonlySet<string> {
  const reached = new Set<string>([workflow.initial]);
  // A Set hands out what is added while it is being walked, so this visits every state once.
  for (const code of reached) {
    const state = workflow.states.find((one) => one.code === code);
    for (const action of state?.actions ?? []) targetsOf(action).forEach((to) => reached.add(to));
  }
  return reached;
}

function actionHoles(state: StateDeclaration, action: ActionDeclaration, known: readonly string[]) {
  const where = `action ${action.action} in ${state.code}`;
  const { to } = action;
  const lacking =
    typeof to === 'string' ? [] : branchKeys(to.branch).filter((key) => !(key in to.targets));
  return [
    ...(action.roles.length === 0 ? [`${where} has no role`] : []),
    ...targetsOf(action)
      .filter((target) => !known.includes(target))
      .map((target) => `${where} leads to the unknown state ${target}`),
    ...lacking.map((key) => `${where} has no target for ${key}`),
    ...action.guards
      .filter((guard) => !isGuardCode(guard))
      .map((guard) => `${where} has the unknown guard ${String(guard)}`),
  ];
}

function exitHoles({ code, terminal, actions }: StateDeclaration): string[] {
  const leaves = actions.some((action) => targetsOf(action).some((to) => to !== code));
  if (terminal && actions.length > 0) return [`terminal state ${code} has actions`];
  return terminal || leaves ? [] : [`state ${code} is a dead end`];
}

function accessHoles({ code, access }: StateDeclaration): string[] {
  return ROLES.flatMap((role) => {
    if (!Object.hasOwn(access, role)) return [`state ${code} says nothing about ${role}`];
    const { readable, writable } = access[role];
    return !readable && writable !== 'NONE'
      ? [`state ${code} lets ${role} write what it may not read`]
      : [];
  });
}

function stateTexts({ code, actions, statusKey, nextStepKeys }: StateDeclaration): string[] {
  return [
    `state.${code}`,
    `whyNot.state.${code}`,
    statusKey,
    ...Object.values(nextStepKeys),
    ...actions.flatMap(({ action, roles }) => [
      `action.${action}`,
      ...roles.map((role) => `role.${role}`),
    ]),
  ];
}

function stateHoles(state: StateDeclaration, known: readonly string[]): string[] {
  const names = state.actions.map(({ action }) => action);
  return [
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => `action ${name} in ${state.code} is declared twice`),
    ...state.actions.flatMap((action) => actionHoles(state, action, known)),
    ...exitHoles(state),
    ...accessHoles(state),
  ];
}

/** Everything that is wrong with a workflow, each hole named; empty when it is whole. */
export function workflowHoles(workflow: Workflow, knowsText: KnowsText): readonly string[] {
  const codes = workflow.states.map(({ code }) => code);
  const reached = reachableFrom(workflow);
  const { milestones = [] } = workflow;
  const texts = new Set([
    ...workflow.states.flatMap(stateTexts),
    ...milestones.map((code) => `milestone.${code}`),
  ]);
  return [
    ...(codes.includes(workflow.initial) ? [] : [`initial state ${workflow.initial} is unknown`]),
    ...codes
      .filter((code, index) => codes.indexOf(code) !== index)
      .map((code) => `state ${code} is declared twice`),
    ...codes.filter((code) => !reached.has(code)).map((code) => `state ${code} is unreachable`),
    ...workflow.states.flatMap((state) => stateHoles(state, codes)),
    ...milestones
      .filter((code) => !codes.includes(code))
      .map((code) => `milestone ${code} is an unknown state`),
    ...[...texts]
      .filter((key) => !knowsText(key))
      .map((key) => `text ${key} is missing in a language`),
  ];
}

import {
  type ActionDeclaration,
  type ApplicationAction,
  type ApplicationStatus,
  type Branch,
  type Role,
  type Workflow,
} from '@kaopu/domain';

/** One action, by one role, on one way of its fork. */
export interface Move {
  readonly action: ApplicationAction;
  readonly role: Role;
  readonly to: ApplicationStatus;
  readonly fork: { readonly branch: Branch['branch']; readonly key: string } | null;
}

/** Every way an action may be taken. SYSTEM may do what a person may; alone it ends returns (return-expiry.ts). */
export function movesOf({ action, roles, to }: ActionDeclaration): readonly Move[] {
  const actors = roles.filter((role) => role !== 'SYSTEM' || roles.length === 1);
  return actors.flatMap((role): Move[] => {
    if (typeof to === 'string') return [{ action, role, to, fork: null }];
    const { branch, targets } = to;
    return Object.entries(targets).map(([key, target]) => {
      return { action, role, to: target, fork: { branch, key } };
    });
  });
}

const isLive = ({ states }: Workflow, state: ApplicationStatus): boolean =>
  states.some(({ code, live }) => code === state && live);

const GOAL: ApplicationStatus = 'DELIVERED';

/**
 * The longest way from the draft to the certificate in its holder's hands that meets no state twice and
 * on which the case always counts as one: restored after a deletion is no way of getting on.
 */
export function wayThrough(workflow: Workflow): readonly ApplicationStatus[] {
  const longest = (way: readonly ApplicationStatus[]): readonly ApplicationStatus[] => {
    const here = way.at(-1);
    if (here === GOAL) return way;
    const state = workflow.states.find(({ code }) => code === here);
    const targets = new Set((state?.actions ?? []).flatMap(movesOf).map(({ to }) => to));
    return [...targets]
      .filter((to) => !way.includes(to) && (to === GOAL || isLive(workflow, to)))
      .map((to) => longest([...way, to]))
      .reduce((best, one) => (one.length > best.length ? one : best), []);
  };
  return longest([workflow.initial]);
}

export const moveKey = (from: ApplicationStatus, { action, role, to }: Move): string =>
  `${from}: ${action} by ${role} to ${to}`;

/** Every move a workflow declares. */
export const declaredMoves = ({ states }: Workflow): readonly string[] =>
  states.flatMap(({ code, actions }) =>
    actions.flatMap(movesOf).map((move) => moveKey(code, move)),
  );
